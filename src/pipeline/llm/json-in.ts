// The JSON in what a model said: alone, in a fence, or with words around it. Nothing is mended. Pure.

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `undefined` where there is none. */
export function jsonIn(text: string): unknown {
  // Models that think aloud do so first.
  const said = text.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim();
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/i.exec(said)?.[1];
  const around = said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
  return parsed(said) ?? (fenced === undefined ? undefined : parsed(fenced)) ?? parsed(around);
}
