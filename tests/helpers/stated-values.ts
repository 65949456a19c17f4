const NUMBER = /^[-−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/u;

/**
 * Whether a value is what the comment behind an example says: a number to the digits printed, a text, true, false, null or a
 * list of these; a comment in words says nothing that could be compared.
 */
export function agreesWithComment(value: unknown, comment: string): boolean {
  const stated = comment.replace(/(?:;|, \D|: \D| \().*$/u, "").trim();
  if (NUMBER.test(stated) && typeof value === "number") return agreesInDigits(value, stated);
  if (/^\d+n$/u.test(stated)) return value === BigInt(stated.slice(0, -1));
  if (["true", "false", "null", "undefined"].includes(stated)) return String(value) === stated;
  if (/^"[^"…\\]*"$/u.test(comment)) return String(value).replaceAll(/\s/gu, " ") === JSON.parse(comment);
  if (/^\[[^…]*\]$/u.test(comment)) return agreesAsList(value, comment);
  return true;
}

/** A few of the last bits of a double. */
const ROUNDING = 1e-14;

/** Within one unit of the last digit that is printed, or rounding where all are. */
function agreesInDigits(value: number, stated: string): boolean {
  const text = stated.replace("−", "-");
  const [mantissa = "", exponent = "0"] = text.split("e");
  const unit = 10 ** (Number(exponent) - (mantissa.split(".")[1]?.length ?? 0));
  return Math.abs(value - Number(text)) <= Math.max(1.001 * unit, ROUNDING * Math.abs(value));
}

function agreesAsList(value: unknown, comment: string): boolean {
  const parts = comment
    .slice(1, -1)
    .split(",")
    .map((part) => part.trim());
  if (!parts.every((part) => NUMBER.test(part))) return true;
  const list = Array.from(value as ArrayLike<number>);
  return list.length === parts.length && list.every((one, i) => agreesInDigits(one, parts[i]!));
}
