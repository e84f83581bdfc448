"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { useToast } from "@/components/toast";
import { explainSilence } from "@/lib/base/answer";
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
    // Not when a field is left: the sentence that appears would move the button from under the pointer.
    mode: "onSubmit",
  });
  const { register, handleSubmit, getValues, setError, setFocus, setValue, formState } = form;
  const toast = useToast();
  const { errors, isSubmitting, dirtyFields } = formState;
  const send = async () => {
    setMessage(undefined);
    const answer = await createTenantAction(getValues()).catch((error) => ({
      ok: false as const,
      message: explainSilence(error).message,
      fields: {},
    }));
    if (answer.ok) {
      toast({ title: answer.message, tone: "positive" });
      return router.push(`/staff/tenants/${answer.slug}`);
    }
    setMessage(answer.message ?? undefined);
    const problems: Partial<Record<string, string>> = answer.fields;
    const wrong = fieldNames.filter((field) => problems[field]);
    for (const field of wrong) setError(field, { message: problems[field] ?? "" });
    if (wrong[0]) setFocus(wrong[0]);
  };
  // Sent even if something is wrong: only the server knows whether the short name is taken, and all is said at once.
  const submit = handleSubmit(send, send);
  const name = register("name", {
    onChange: (event) => {
      if (!dirtyFields.slug) setValue("slug", toSlug(event.target.value));
    },
  });
  return (
    <Card className="max-w-2xl">
      <form className="grid gap-5" method="post" noValidate onSubmit={submit}>
        <FormError message={message} />
        <TextField {...name} autoComplete="off" error={errors.name?.message} label="Organisation" />
        <TextField
          {...register("slug")}
          autoComplete="off"
          error={errors.slug?.message}
          hint="Part of the organisation's address: /t/acme. It can't be changed later."
          label="Short name"
          spellCheck={false}
        />
        <TextField
          {...register("seats")}
          controlClassName="max-w-40"
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
