import { Badge } from "@/components/badge";

/** Stands wherever something rests on our sample, so that nobody takes made-up figures for their own. */
export function SampleBadge() {
  return <Badge dot={false}>Sample data</Badge>;
}
