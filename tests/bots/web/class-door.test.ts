// The class of the page as its server tells of it, without a browser: whom teachers' words let in, and what a closed
// class says to children.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassSeen, ClassSignView } from '../../../src/bots/web/class-types.ts';
import { type House, startHouse } from './house.ts';
import { createVisitor, OWN, type Visitor } from './visitor.ts';

const CODE = '해님 선생님';

describe('the class of the page', () => {
  let house: House;
  let folder: string;
  let visitor: Visitor;
  let cookie = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'talesrunner-'));
    house = await startHouse({ folder, environment: { WEB_TEACHER_CODE: CODE } });
    visitor = createVisitor(house.address);
  });
  afterAll(async () => {
    await house?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const asTeacher = () => ({ ...OWN, cookie });
  const press = async (action: string): Promise<ClassSeen> => {
    const event = { id: randomUUID(), type: 'pressed', action };
    return (await visitor.post('/class/say', event, asTeacher())).json() as Promise<ClassSeen>;
  };
  const sign = async (): Promise<ClassSignView> => (await visitor.fetch('/shelf')).json() as Promise<ClassSignView>;
  const begin = (at = '', headers: Record<string, string> = OWN) =>
    visitor.post(`${at}/books`, { id: randomUUID(), title: '', locale: 'ko', label: '3번' }, headers);

  it('tells whoever mistypes the teachers’ code where to look it up', async () => {
    const wrong = await visitor.post('/class/enter?lang=ko', { code: '달님 선생님' });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toContain('선생님의 말이 맞지 않아요. 프로그램을 켠 창에서 다시 확인해 주세요.');
    const right = await visitor.post('/class/enter', { code: CODE });
    expect(right.status).toBe(204);
    cookie = (right.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  });

  it('lets books begin where there is none, and in it while it is open', async () => {
    expect(await sign()).toMatchObject({ state: 'none' });
    expect(await visitor.view(await visitor.begin())).not.toHaveProperty('classroom');
    expect((await press('on')).view.state).toBe('open');
    expect(await sign()).toMatchObject({ state: 'open' });
    const { address } = (await (await begin()).json()) as { address: string };
    expect(await visitor.view(address)).toMatchObject({ classroom: { label: '3번' } });
  });

  it('closed, takes no new book from anybody, and says so', async () => {
    expect((await press('off')).view.state).toBe('closed');
    expect(await sign()).toMatchObject({ state: 'closed' });
    for (const refused of [await begin(), await begin('/class', asTeacher())]) {
      expect(refused.ok).toBe(false);
      expect(await refused.text()).toContain('교실이 닫혀 있어서');
    }
    expect((await press('on')).view.state).toBe('open');
    expect((await begin()).ok).toBe(true);
  });
});
