/** Letters that are read from right to left. */
const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Ends a run from right to left, and is not seen. */
const LEFT_TO_RIGHT_MARK = "\u200e";

/** A name with numbers behind it, which stay there although the name may be read from right to left. */
export function withEnding(name: string, ending: string): string {
  return ending !== "" && FROM_RIGHT.test(name) ? `${name}${LEFT_TO_RIGHT_MARK}${ending}` : name + ending;
}
