// An answer to somebody who acts on a book from elsewhere, such as the teachers' room: whatever can be pressed in it goes
// on acting on that book. Pure.
import type { Response } from './answers.ts';
import { addressed } from './ids.ts';
import type { PrivateMessage } from './private-message.ts';
import type { Component } from './wire.ts';

function readdress(component: Component, thread: string): Component {
  const { custom_id: customId, components } = component;
  return {
    ...component,
    ...(typeof customId === 'string' && { custom_id: addressed(customId, thread) }),
    ...(Array.isArray(components) && { components: components.map((inner: Component) => readdress(inner, thread)) }),
  };
}

export const addressMessage = ({ components, files }: PrivateMessage, thread: string): PrivateMessage => ({
  components: components.map((component) => readdress(component, thread)),
  files,
});

/** So that a view of a class stays when something else is said. */
export const apart = (response: Response): Response =>
  response.type === 'message' ? { ...response, apart: true } : response;

/** @param thread absent: the book is that of the thread in which it was pressed. */
export function addressResponse(response: Response, thread: string | undefined): Response {
  if (thread === undefined) return response;
  if (response.type === 'modal') return { ...response, thread };
  return response.type === 'message' ? { ...response, message: addressMessage(response.message, thread) } : response;
}
