import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import MarkdownIt from "markdown-it";

const STYLE = `
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; font: 1rem/1.5 Inter, "Segoe UI", Roboto, Arial, sans-serif; color: #1f2933; }
img { max-width: 100%; height: auto; } a { color: #005a8c; }
pre, table { overflow-x: auto; display: block; max-width: 100%; } pre { background: #f2f5f7; padding: 0.75rem; }
code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.9em; }
table { border-collapse: collapse; } th, td { border-bottom: 1px solid #e3e7ea; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
`;

const markdown = new MarkdownIt({ html: false, linkify: false });
// A wide table or listing is reached and scrolled by keyboard.
for (const rule of ["fence", "code_block"]) {
  const draw = markdown.renderer.rules[rule];
  markdown.renderer.rules[rule] = (...given) => draw(...given).replace("<pre>", '<pre tabindex="0">');
}
markdown.renderer.rules.table_open = () => '<table tabindex="0">';

/** A heading's text, without marks. */
const titleOf = (text) => /^# (.+)$/mu.exec(text)?.[1].replaceAll(/[`*]/gu, "") ?? "nof1";

/** Links between documents lead to their pages. */
const asPages = (html) => html.replaceAll(/href="(?!https?:)([^"#]+)\.md(#[^"]*)?"/gu, 'href="$1.html$2"');

async function writePage(file, root, out) {
  const text = await readFile(join(root, file), "utf8");
  const page = join(out, file.replace(/\.md$/u, ".html"));
  const home = relative(dirname(page), join(out, "index.html"));
  await mkdir(dirname(page), { recursive: true });
  await writeFile(
    page,
    `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markdown.utils.escapeHtml(titleOf(text))}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><nav><a href="${home}">nof1</a></nav><main>${asPages(markdown.render(text))}</main></body></html>
`,
  );
}

async function filesIn(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

/** Writes the documents as pages, with the pictures that they show. */
export async function buildDocuments(root, out) {
  const documents = (await filesIn(join(root, "docs"))).map((file) => relative(root, file));
  for (const file of [...documents, "CHANGELOG.md"])
    if (file.endsWith(".md")) await writePage(file, root, out);
    else await cp(join(root, file), join(out, file));
}
