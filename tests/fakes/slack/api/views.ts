// `views.*`: opening, laying on top, and replacing modals. `functions.*`: how a step of a workflow ends.
import { type Fields, fieldsOf, SlackFault, textOf } from '../json.ts';
import { checkedView, openView, replaceView, stackOf, useTrigger, viewFields } from '../views.ts';
import type { Execution, View } from '../world.ts';
import { type Call, type Methods, needed } from './method.ts';

function open(call: Call): Fields {
  const { world, args, installation } = call;
  const id = needed(args, 'trigger_id');
  const view = checkedView(world, installation, args['view']);
  const trigger = useTrigger(world, id, installation.team);
  const owner = { user: trigger.user, team: trigger.team };
  return { view: viewFields(world, openView(world, owner, view, trigger.view === undefined)) };
}

function push(call: Call): Fields {
  const { world, args, installation } = call;
  const id = needed(args, 'trigger_id');
  const view = checkedView(world, installation, args['view']);
  const trigger = useTrigger(world, id, installation.team);
  if (stackOf(world, trigger.user).length === 0) throw new SlackFault('invalid_trigger_id');
  return { view: viewFields(world, openView(world, { user: trigger.user, team: trigger.team }, view, false)) };
}

function named({ world, args, installation }: Call): View {
  const id = textOf(args['view_id']);
  const external = textOf(args['external_id']);
  if (id === undefined && external === undefined) throw new SlackFault('invalid_arguments');
  const view = [...world.views.values()].find(
    ({ id: known, content, team }) =>
      team === installation.team && (id === undefined ? content['external_id'] === external : known === id),
  );
  if (!view) throw new SlackFault('not_found');
  return view;
}

function update(call: Call): Fields {
  const { world, args, installation } = call;
  const before = named(call);
  const view = checkedView(world, installation, args['view'], before.id);
  const hash = textOf(args['hash']);
  if (hash !== undefined && hash !== before.hash) throw new SlackFault('hash_conflict');
  return { view: viewFields(world, replaceView(world, before, view)) };
}

function finish({ world, args, installation }: Call, to: Partial<Execution>): Fields {
  const execution = world.executions.get(needed(args, 'function_execution_id'));
  if (!execution || execution.team !== installation.team) throw new SlackFault('function_execution_not_found');
  if (execution.state !== 'running') throw new SlackFault('execution_not_in_running_state');
  world.executions.set(execution.id, { ...execution, ...to });
  world.changed();
  return {};
}

export const views: Methods = {
  'views.open': { scopes: [], run: open },
  'views.push': { scopes: [], run: push },
  'views.update': { scopes: [], run: update },
  'functions.completeSuccess': {
    scopes: [],
    run: (call) => finish(call, { state: 'completed', outputs: fieldsOf(call.args['outputs']) }),
  },
  'functions.completeError': {
    scopes: [],
    run: (call) => finish(call, { state: 'failed', error: needed(call.args, 'error') }),
  },
};
