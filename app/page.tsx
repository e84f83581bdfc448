import { redirect } from "next/navigation";
import { ButtonAnchor } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";
import { readViewer } from "@/lib/access/viewer";
import { ChoosePlace } from "./choose-place";
import { openPlaces } from "./find-way";
import { NoPlace } from "./no-place";

/** Leads each person to the right place. */
export default async function Home({ searchParams }: { searchParams: Promise<{ seat?: string }> }) {
  const viewer = await readViewer();
  if (viewer.kind === "nobody") return <SignedOut />;
  if (viewer.kind === "stranger") return <NoPlace seats={[]} />;
  if (viewer.isAwaited) redirect("/welcome");
  const places = openPlaces(viewer);
  const { seat: slug } = await searchParams;
  const wanted = viewer.seats.filter((seat) => seat.slug === slug);
  const isShut = wanted.length > 0 && !wanted.some((seat) => seat.stage === "active" && !seat.suspended);
  if (isShut) return <NoPlace mailbox={viewer.mailbox} places={places} seats={wanted} />;
  const [first, second] = places;
  if (first === undefined) return <NoPlace mailbox={viewer.mailbox} seats={viewer.seats} />;
  if (second === undefined) redirect(first.href);
  return <ChoosePlace mailbox={viewer.mailbox} places={places} />;
}

function SignedOut() {
  return (
    <CenteredPage
      actions={
        <ButtonAnchor href="/auth/login" variant="primary">
          Sign in
        </ButtonAnchor>
      }
      description="Sign in to open your organisation's analytics."
      footer="New here? Analystick is by invitation: open the letter that your organisation had us send you."
      title="Welcome to Analystick"
    />
  );
}
