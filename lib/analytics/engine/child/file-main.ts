import { workOnFile } from "./work-on-file";

/** The child that works on one file, as a process. Its one argument is its share of memory. */
workOnFile(Number(process.argv[2]));
