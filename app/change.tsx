/** What was there before and what is there now, each in its own direction of writing. */
export function Change({ before, after }: { before: string; after: string }) {
  return (
    <p className="text-muted text-sm wrap-anywhere">
      From <bdi>{before}</bdi> to <bdi>{after}</bdi>
    </p>
  );
}
