/** A plain link: signing out leaves the app, so the router must not fetch it. */
export function SignOutLink({ children = "Sign out" }: { children?: string }) {
  return (
    <a className="text-accent underline underline-offset-2 hover:no-underline" href="/auth/logout">
      {children}
    </a>
  );
}
