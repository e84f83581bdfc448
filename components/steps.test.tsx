import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Steps } from "./steps";

const html = renderToStaticMarkup(
  <Steps
    label="Your way in"
    steps={[
      { title: "Confirm", state: "done" },
      { title: "Choose a password", state: "current", description: "At least 8 characters." },
      { title: "Sign in", state: "todo" },
    ]}
  />,
);
const items = html.split("<li").slice(1);

it("says in words how each step stands", () => {
  const spoken = items.map((item) => /<p[^>]*>(.*?)<\/p>/.exec(item)?.[1]?.replace(/<[^>]*>/g, ""));
  expect(spoken).toEqual(["Done: Confirm", "Now: Choose a password", "To do: Sign in"]);
});

it("marks exactly the current step", () => {
  expect(items.map((item) => item.includes('aria-current="step"'))).toEqual([false, true, false]);
});

it("says nothing of steps whose state is not known", () => {
  const unsaid = renderToStaticMarkup(
    <Steps label="Your way in" steps={[{ title: "Confirm", state: "unsaid" }]} />,
  );
  expect(unsaid).not.toMatch(/Done|Now|To do|aria-current/);
  expect(unsaid).toContain("Confirm");
});
