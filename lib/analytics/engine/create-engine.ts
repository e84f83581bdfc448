import type { AnalyticsEngine, Answered, Question } from "./analytics-engine";
import { type ChildSettings, EngineChild, type Outcome } from "./engine-child";
import { WaitingLine } from "./waiting-line";

export type EngineSettings = ChildSettings & {
  /** How many children: one for each core, each with one thread. */
  children: number;
  /** How many questions of one owner run and wait at a time. */
  running: number;
  waiting: number;
};

type Asked = { question: Question; path: string; answer: (answered: Answered) => void; isRetry: boolean };

/**
 * An engine on this machine: DuckDB in child processes, so that a question which takes too long, too much memory or
 * the process with it touches nobody else. Children start at the first question and are replaced when they die.
 * @param locate where the file of a key lies on this machine
 */
export function createEngine(settings: EngineSettings, locate: (file: string) => string): AnalyticsEngine {
  const line = new WaitingLine<Asked>(settings);
  const children = new Set<EngineChild>();
  let isClosed = false;

  return {
    query: (question) =>
      new Promise((answer) => join({ question, path: locate(question.file), answer, isRetry: false })),
    drop(file) {
      for (const child of children) child.drop(locate(file));
    },
    close() {
      isClosed = true;
      for (const child of children) child.end();
    },
  };

  function join(asked: Asked): void {
    const { question, answer } = asked;
    if (question.signal?.aborted) {
      answer({ ok: false, reason: "aborted" });
      return;
    }
    if (!line.join(question.owner, asked)) {
      answer({ ok: false, reason: "busy" });
      return;
    }
    question.signal?.addEventListener(
      "abort",
      () => {
        if (line.leave(question.owner, asked)) answer({ ok: false, reason: "aborted" });
      },
      { once: true },
    );
    serve();
  }

  function serve(): void {
    while (!isClosed) {
      const child = freeChild();
      const next = child === null ? null : line.next();
      if (child === null || next === null) return;
      const { question, path } = next.item;
      const chosen = [...children].find((other) => other.isFree && other.opened.has(path)) ?? child;
      void chosen.ask(question, path).then((outcome) => {
        line.done(next.owner);
        settle(next.item, outcome);
        serve();
      });
    }
  }

  function freeChild(): EngineChild | null {
    const free = [...children].find((child) => child.isFree);
    if (free !== undefined || children.size >= settings.children) return free ?? null;
    const child: EngineChild = new EngineChild(settings, () => {
      children.delete(child);
      serve();
    });
    children.add(child);
    return child;
  }

  /** Reading changes nothing, so what died on its way is asked once more. */
  function settle(asked: Asked, outcome: Outcome): void {
    if (outcome.ok || outcome.reason !== "crashed") asked.answer(outcome);
    else if (asked.isRetry || isClosed) asked.answer({ ok: false, reason: "broken" });
    else join({ ...asked, isRetry: true });
  }
}
