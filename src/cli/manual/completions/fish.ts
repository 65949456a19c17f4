import type { Command } from "commander";
import { longOptions, quoted, type Shell } from "./shell.ts";

function optionLines(command: Command): string {
  return longOptions(command)
    .map(({ long, choices, description, takesValue }) => {
      const values = choices.length > 0 ? ` -x -a ${quoted(choices.join(" "))}` : takesValue ? " -r" : "";
      return `complete -c nof1 -n '__fish_seen_subcommand_from ${command.name()}' -l ${long.slice(2)}${values} -d ${quoted(description)}\n`;
    })
    .join("");
}

export const fish: Shell = {
  name: "fish",
  install: "nof1 completion fish > ~/.config/fish/completions/nof1.fish",
  script({ commands }) {
    const names = commands.map(
      (command) =>
        `complete -c nof1 -f -n __fish_use_subcommand -a ${command.name()} -d ${quoted(command.description())}\n`,
    );
    return `# fish completion of nof1; written by: nof1 completion fish
${names.join("")}${commands.map(optionLines).join("")}`;
  },
};
