import { Change } from "@/app/change";
import { describeActor, describeEntry } from "@/app/describe-entry";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import type { ActivityEntry } from "@/lib/tenants/list-activity";
import { describeSubject } from "./activity-words";

type Place = { slug: string; tenantName: string };

/** The entries of one page: what happened, to whom, by whom, and when. */
export function ActivityTable({ entries, place }: { entries: readonly ActivityEntry[]; place: Place }) {
  return (
    <Table caption="Activity, newest first">
      <TableHead>
        <TableRow>
          <Th>What</Th>
          <Th>About</Th>
          <Th>Done by</Th>
          <Th>When</Th>
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <EntryRow entry={entry} key={entry.ref} place={place} />
        ))}
      </TableBody>
    </Table>
  );
}

function EntryRow({ entry, place }: { entry: ActivityEntry; place: Place }) {
  const { title, detail, change } = describeEntry(entry);
  const { word, href } = describeSubject(entry, place);
  return (
    <TableRow>
      <Td>
        <p className="font-medium">{title}</p>
        {change ? <Change {...change} /> : null}
        {detail ? (
          <p className="text-muted text-sm wrap-anywhere">
            <bdi>{detail}</bdi>
          </p>
        ) : null}
      </Td>
      <Td className="wrap-anywhere" label="About">
        {href ? (
          <TextLink href={href}>
            <bdi>{word}</bdi>
          </TextLink>
        ) : (
          <bdi>{word}</bdi>
        )}
      </Td>
      <Td className="wrap-anywhere" label="Done by">
        <bdi>{describeActor(entry)}</bdi>
      </Td>
      <Td label="When">
        <Time format="second" value={entry.at} />
      </Td>
    </TableRow>
  );
}
