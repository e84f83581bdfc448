import { type ActivityChoice, kindChoices, sourceChoices } from "@/lib/tenants/choose-activity";
import type { ActivityEntry } from "@/lib/tenants/list-activity";

const kindWords: Record<ActivityChoice["kind"], string> = {
  any: "Everything",
  people: "People",
  letters: "Invitations and letters",
  imports: "Imports",
  analytics: "Analytics",
  settings: "Seats and settings",
};

/** Where a change came from. */
export const sourceWords: Record<ActivityChoice["source"], string> = {
  any: "Anybody",
  person: "People of the organisation",
  link: "Whoever held a letter",
  staff: "Analystick staff",
  job: "Automatic",
  operator: "Analystick's operator",
};

/** The choices of the list's controls, in words. */
export const activityOptions = {
  kind: kindChoices.map((value) => ({ value, label: kindWords[value] })),
  source: sourceChoices.map((value) => ({ value, label: sourceWords[value] })),
};

/** Which changes a list shows, for paper. */
export function describeChoice({ kind, source, from, to }: ActivityChoice): string {
  const days = [from === "" ? [] : `from ${from}`, to === "" ? [] : `to ${to}`].flat();
  return [kindWords[kind], `done by: ${sourceWords[source]}`, ...days].join(", ");
}

/** What an entry is about, and where that is looked at. */
export function describeSubject(
  { subject }: Pick<ActivityEntry, "subject">,
  { slug, tenantName }: { slug: string; tenantName: string },
): { word: string; href?: string } {
  const home = `/t/${slug}`;
  switch (subject.kind) {
    case "person":
      return { word: subject.name, href: `${home}/people/${subject.id}` };
    case "import":
      return { word: subject.name, href: `${home}/imports/${subject.id}` };
    case "dataset":
      return { word: subject.name, href: `${home}/analytics/${subject.id}` };
    case "chart":
      return { word: subject.name, href: `${home}/analytics/charts/${subject.id}` };
    case "dashboard":
      return { word: subject.name, href: `${home}/analytics/dashboards/${subject.id}` };
    case "bulk":
      return { word: "Many people at once", href: `${home}/people/bulk/${subject.id}` };
    case "seats":
      return { word: "Request for seats", href: `${home}/seats` };
    case "tenant":
      return { word: tenantName };
  }
}
