"use client";

import { SelectField, type SelectOption, TextField } from "@/components/field";
import { FormDialog } from "@/components/form-dialog";
import { editPersonAction } from "./actions";

type EditPersonProps = {
  slug: string;
  seatId: string;
  name: string;
  role: string;
  roles: readonly SelectOption[];
};

/** Name and role of one person. */
export function EditPerson({ slug, seatId, name, role, roles }: EditPersonProps) {
  return (
    <FormDialog
      action={(form) => editPersonAction(slug, seatId, form)}
      description="A new role counts from their next click on."
      submit="Save"
      title="Edit name and role"
      trigger="Edit"
    >
      <TextField
        autoComplete="off"
        defaultValue={name}
        dir="auto"
        label="Name"
        maxLength={240}
        name="name"
        optional
      />
      <SelectField defaultValue={role} label="Role" name="role" options={roles} />
    </FormDialog>
  );
}
