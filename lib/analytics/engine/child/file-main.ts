import { workOnFile } from "./work-on-file";

/** The child that checks or imports one file, as a process. Its one argument is its share of memory. */
workOnFile(Number(process.argv[2]));
