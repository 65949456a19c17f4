export { interactiveHtml } from "./interactive-html.ts";
export { type InteractivePicture, interactivePicture } from "./interactive-picture.ts";
