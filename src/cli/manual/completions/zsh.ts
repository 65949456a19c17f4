import type { Command } from "commander";
import { longOptions, quoted, type Shell } from "./shell.ts";

const escaped = (text: string): string => text.replace(/[[\]:\\]/gu, "\\$&");

/** The option as `_arguments` reads it: `--model[relief curve]:model:(plateau bateman)`. */
function argument(command: Command): string[] {
  return longOptions(command).map(({ long, choices, description, takesValue }) => {
    const values = choices.length > 0 ? `(${choices.join(" ")})` : "_files";
    return quoted(`${long}[${escaped(description)}]${takesValue ? `:${long.slice(2)}:${values}` : ""}`);
  });
}

export const zsh: Shell = {
  name: "zsh",
  install: "nof1 completion zsh > ~/.zfunc/_nof1 (a folder of $fpath)",
  script({ commands }) {
    const described = commands.map((command) =>
      quoted(`${command.name()}:${escaped(command.description())}`),
    );
    const cases = commands.map(
      (command) => `    ${command.name()}) _arguments ${argument(command).join(" ")} '*:file:_files' ;;\n`,
    );
    return `#compdef nof1
# zsh completion of nof1; written by: nof1 completion zsh
_nof1() {
  local -a names=(${described.join(" ")})
  if (( CURRENT == 2 )); then _describe command names; return; fi
  local command=$words[2]
  shift words; (( CURRENT-- ))
  case $command in
${cases.join("")}  esac
}
compdef _nof1 nof1
`;
  },
};
