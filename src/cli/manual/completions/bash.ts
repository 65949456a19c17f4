import type { Command } from "commander";
import { longOptions, type Shell } from "./shell.ts";

/** One case of the script: what may follow the option of a command. */
function valueCases(command: Command): string {
  return longOptions(command)
    .filter(({ takesValue }) => takesValue)
    .map(
      ({ long, choices }) =>
        `    ${command.name()}:${long}) ${choices.length > 0 ? `words="${choices.join(" ")}"` : "files=1"} ;;\n`,
    )
    .join("");
}

function optionCase(command: Command): string {
  const words = longOptions(command).map(({ long }) => long);
  return `    ${command.name()}) words="${[...words, "--help"].join(" ")}" ;;\n`;
}

export const bash: Shell = {
  name: "bash",
  install: "nof1 completion bash > ~/.local/share/bash-completion/completions/nof1",
  script({ commands }) {
    const names = commands.map((command) => command.name()).join(" ");
    return `# bash completion of nof1; written by: nof1 completion bash
_nof1() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" files="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case " ${names} " in *" \${COMP_WORDS[i]} "*) command="\${COMP_WORDS[i]}"; break ;; esac
  done
  case "$command:$prev" in
${commands.map(valueCases).join("")}  esac
  if [[ -z $words && -z $files ]]; then
    if [[ -z $command && $cur != -* ]]; then words="${names} help"
    elif [[ $cur == -* ]]; then
      case "$command" in
${commands.map(optionCase).join("")}    *) words="--help --version" ;;
      esac
    fi
  fi
  if [[ -n $words ]]; then mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  else mapfile -t COMPREPLY < <(compgen -f -- "$cur"); fi
}
complete -o filenames -o bashdefault -F _nof1 nof1
`;
  },
};
