// The page of those who really work with it: their chat, and nothing else.

import { start } from "./chat.js";

start();
