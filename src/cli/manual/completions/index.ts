import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import type { Shell } from "./shell.ts";
import { zsh } from "./zsh.ts";

/** Every shell that completion can be written for. */
export const shells: readonly Shell[] = [bash, zsh, fish];
