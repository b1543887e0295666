// Visitors from other computers: nobody sees a book without the code.
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../../support/folder.ts';
import { startHouse } from './house.ts';
import { createVisitor } from './visitor.ts';

const OPEN = { WEB_HOST: '0.0.0.0' };

const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

describe('a page that others can reach', () => {
  it('says its code when it starts, asks for it, and remembers who knew it', async () => {
    const house = await startHouse({ folder: await freshFolder(), environment: OPEN });
    try {
      const visitor = createVisitor(house.address);
      const code = /: (\d{4} \d{4})$/.exec(house.lines.at(-2) ?? '')?.[1] ?? '';
      expect(code).not.toBe('');
      const page = await visitor.fetch('/', { headers: { accept: 'text/html' } });
      expect(page.status).toBe(401);
      expect(await page.text()).toContain('/page/enter.js');
      expect((await visitor.post('/books', { id: 'a-new-book', title: '', locale: 'ko' })).status).toBe(401);
      expect((await visitor.fetch('/inside')).status).toBe(401);
      expect((await visitor.fetch('/page/enter.js')).status).toBe(200);

      const wrong = await visitor.post('/enter', { code: '0000 0000 0' });
      expect(wrong.status).toBe(401);
      expect(wrong.headers.get('set-cookie')).toBeNull();
      const right = await visitor.post('/enter', { code });
      expect(right.status).toBe(204);
      expect(right.headers.get('set-cookie')).toMatch(/HttpOnly/);
      expect(right.headers.get('set-cookie')).toMatch(/SameSite=Strict/);
      const inside = await visitor.fetch('/', { headers: { accept: 'text/html', cookie: cookieOf(right) } });
      expect(inside.status).toBe(200);
      expect((await visitor.fetch('/', { headers: { cookie: 'talesrunner=anything' } })).status).toBe(401);
    } finally {
      await house.stop();
    }
  });

  it('lets who was in come back after a restart, where the code was set', async () => {
    const options = { folder: await freshFolder(), environment: { ...OPEN, WEB_CODE: '해님반 친구' } };
    const before = await startHouse(options);
    const cookie = cookieOf(await createVisitor(before.address).post('/enter', { code: '해님반 친구' }));
    await before.stop();
    const after = await startHouse(options);
    try {
      const visitor = createVisitor(after.address);
      expect((await visitor.fetch('/inside', { headers: { cookie } })).status).toBe(204);
      expect((await visitor.fetch('/inside')).status).toBe(401);
    } finally {
      await after.stop();
    }
  });

  it('asks at this computer, too, once a code is set, though nobody else can come', async () => {
    const house = await startHouse({ folder: await freshFolder(), environment: { WEB_CODE: '해님반 친구' } });
    try {
      const visitor = createVisitor(house.address);
      expect((await visitor.fetch('/inside')).status).toBe(401);
      expect(house.lines.at(-2)).toContain('해님반 친구');
    } finally {
      await house.stop();
    }
  });

  it('makes whoever guesses wait', async () => {
    const house = await startHouse({ folder: await freshFolder(), environment: OPEN });
    try {
      const visitor = createVisitor(house.address);
      const tries: Response[] = [];
      for (let count = 0; count < 10; count += 1) tries.push(await visitor.post('/enter', { code: `${count}` }));
      expect(tries.map(({ status }) => status)).toEqual([...Array(8).fill(401), 429, 429]);
      expect(Number(tries.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await house.stop();
    }
  });
});
