/** A plain link: signing out leaves the app, so the router must not fetch it. */
export function SignOutLink({ children = "Sign out" }: { children?: string }) {
  return (
    <a
      className="text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
      href="/auth/logout"
    >
      {children}
    </a>
  );
}
