"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { UNREACHABLE } from "@/lib/base/answer";
import { type NewTenant, type NewTenantInput, newTenantSchema } from "@/lib/tenants/new-tenant";
import { createTenantAction } from "./actions";

const empty: NewTenantInput = { name: "", slug: "", seats: "10", adminName: "", adminEmail: "" };
const fieldNames = ["name", "slug", "seats", "adminName", "adminEmail"] as const;

const toSlug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);

/** The form that sells seats to a new organisation. */
export function TenantForm() {
  const router = useRouter();
  const [message, setMessage] = useState<string>();
  const form = useForm<NewTenantInput, unknown, NewTenant>({
    defaultValues: empty,
    resolver: zodResolver(newTenantSchema),
    mode: "onTouched",
  });
  const { register, handleSubmit, setError, setValue, formState } = form;
  const { errors, isSubmitting, dirtyFields } = formState;
  const submit = handleSubmit(async (values) => {
    setMessage(undefined);
    const answer = await createTenantAction(values).catch(() => ({
      ok: false as const,
      message: UNREACHABLE.message,
      fields: {},
    }));
    if (answer.ok) return router.push(`/staff/tenants/${answer.slug}`);
    setMessage(answer.message ?? undefined);
    const problems: Partial<Record<string, string>> = answer.fields;
    for (const field of fieldNames)
      if (problems[field]) setError(field, { message: problems[field] }, { shouldFocus: true });
  });
  const name = register("name", {
    onChange: (event) => {
      if (!dirtyFields.slug) setValue("slug", toSlug(event.target.value));
    },
  });
  return (
    <Card className="max-w-2xl">
      <form className="grid gap-5" method="post" noValidate onSubmit={submit}>
        <FormError message={message} />
        <TextField
          {...name}
          autoComplete="off"
          error={errors.name?.message}
          label="Organisation"
          maxLength={120}
        />
        <TextField
          {...register("slug")}
          autoComplete="off"
          error={errors.slug?.message}
          hint="Part of the organisation's address: /t/acme. It can't be changed later."
          label="Short name"
          maxLength={40}
          spellCheck={false}
        />
        <TextField
          {...register("seats")}
          className="max-w-40"
          error={errors.seats?.message}
          inputMode="numeric"
          label="Seats purchased"
        />
        <TextField
          {...register("adminName")}
          autoComplete="off"
          error={errors.adminName?.message}
          label="First admin's name"
        />
        <TextField
          {...register("adminEmail")}
          autoComplete="off"
          error={errors.adminEmail?.message}
          hint="The letter goes here."
          inputMode="email"
          label="First admin's email address"
        />
        <div className="flex flex-wrap gap-2">
          <Button pending={isSubmitting} type="submit" variant="primary">
            Create tenant
          </Button>
          <ButtonLink href="/staff">Cancel</ButtonLink>
        </div>
      </form>
    </Card>
  );
}
