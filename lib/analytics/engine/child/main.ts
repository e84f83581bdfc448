import { answerQuestions } from "./answer-questions";

/** The engine's child, as a process. Its one argument is its share of memory. */
answerQuestions({ memoryMegabytes: Number(process.argv[2]) });
