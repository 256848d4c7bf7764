// Finds packages under the folder that scripts/browsers.sh fills.

import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.env.BOOTH_BROWSER_MODULES}/package.json`).href;

export function resolve(specifier, context, next) {
  const isPackage = !/^[./]|^node:|^file:/.test(specifier);
  return next(specifier, isPackage && context.parentURL?.includes("/tests/real/") ? { ...context, parentURL: folder } : context);
}
