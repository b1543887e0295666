// What a page may never do to what a child wrote: doubt it, turn it round, give a feeling to another, cheer at grief.
import { describe, expect, it } from 'vitest';
import { everyTelling, type Given } from './told.ts';

const all = (given: readonly Given[], check: (page: string) => void): void => everyTelling(given).forEach(check);

describe('what is to come', () => {
  it.each([
    ['벌들에게 사과하러 갈 것이다', /사과하러 갈 거예요\./],
    ['이제 안 싸운다', /이제 안 싸울 거예요\./],
    ['다음에 또 춤출 것이다', /다음에 또 춤출 거예요\./],
    ['이제 안 싸우기로 약속했다', /이제 안 싸우기로 약속했(?:어요|지요)\./],
    ['또 싸울 것 같다', /또 싸울 것 같아요\./],
    ['내일 눈이 올까?', /내일 눈이 올까요\?/],
    ['무지개', /무지개.*거예요\./],
  ])('%s stays what the child made of it', (prediction, stands) => {
    all([{ prediction }], (page) => expect(page).toMatch(stands));
    all([{ prediction }, {}], (page) => expect(page).not.toMatch(/[갔싸춤].*을까요\?/));
  });

  it('is never asked after on the next page', () => {
    all([{ prediction: '집에 갈 것이다' }, { i_action: '잠을 잔다' }], (page) => expect(page).not.toMatch(/갔을까요/));
  });
});

describe('a feeling', () => {
  it('told after somebody else came is told by name', () => {
    all([{ character: '삼촌' }, { character: '삼촌', feeling: '무섭다', name: '지호' }], (page) => {
      const after = page.slice(page.indexOf('삼촌'));
      if (/무서/.test(after)) expect(after).toMatch(/지호[는의].*무서|무서.*지호/);
    });
  });

  it.each(['맛있다', '예쁘다', '촉촉하다', '무겁다'])(
    'that is a quality of things, %s, is no matter of the heart',
    (feeling) => {
      all([{ feeling, i_action: '딸기를 딴다' }], (page) => {
        expect(page).not.toMatch(/마음은 어땠|토끼[는은가] 참|손에 땀|얼마나/);
        expect(page).toMatch(/참 [가-힣]+(?:요|지요)\./);
      });
    },
  );

  it('of relief is told as a heart set at rest', () => {
    all([{ feeling: '다행스럽다' }], (page) => expect(page).toMatch(/마음이 놓였/));
  });

  it('that made somebody do it comes before the doing', () => {
    all([{ name: '우리 가족', i_action: '쿨쿨 잔다', feeling: '졸리다' }], (page) =>
      expect(page).toMatch(/졸려서 .*쿨쿨 /),
    );
  });
});

describe('a cause', () => {
  it.each([
    ['너무 더웠기 때문', /너무 더웠기 때문(?:에|이)/, /때문 때문/],
    ['생일이라서', /생일이라서/, /섰거든요|왜냐하면 생일/],
    ['생일이니까', /생일이니까/, /니까 때문/],
    ['그냥', /그냥 그랬[어지답]|그냥 .*뛰/, /때문/],
    ['친구를 도우려고', /도우려고/, /도왔거든요/],
    ['왜냐하면 재밌으니까', /재미있으니까/, /왜냐하면/],
    ['엄마가 하지 말라고 했는데 했다', /말라고 했는데 했어요|말라고 했는데 했지요/, /데를|거든요/],
    ['동생이 울었다 → 나도 울었다', /동생이 울어서 나도 울었어요/, /→|울었다/],
  ])('%s is told as one', (causalRelationship, stands, never) => {
    all([{ causalRelationship }], (page) => {
      expect(page).toMatch(stands);
      expect(page).not.toMatch(never);
    });
  });

  it('that holds its own effect is told as what followed', () => {
    all([{ causalRelationship: '모두 도와주어서 별이의 손이 달에 닿았다' }], (page) => {
      expect(page).toMatch(/모두 도와주어서 (?:드디어 |마침내 )?별이의 손이 달에 닿았[어지답]/);
      expect(page).not.toContain('거든요');
    });
    all([{ causalRelationship: '열심히 했더니 상을 받았다' }], (page) => expect(page).not.toContain('거든요'));
  });
});

describe('an end', () => {
  it('that was a dream is found out', () => {
    all([{ outcomeResolution: '모두 꿈이었다' }], (page) => expect(page).toMatch(/알고 보니 모두 꿈이었어요\./));
  });

  it('that took no effort is not reached at last', () => {
    all([{ outcomeResolution: '상추쌈은 꿀맛이었다' }], (page) => {
      expect(page).toContain('상추쌈은 꿀맛이었');
      expect(page).not.toMatch(/마침내|드디어|끝에/);
    });
  });

  it('typed with 끝 behind it leaves that out', () => {
    all([{ outcomeResolution: '배부르게 먹었다 끝~' }], (page) => {
      expect(page).toMatch(/배부르게 먹었[어답]/);
      expect(page).not.toMatch(/먹었다|기다리고/);
    });
  });
});

describe('something grave', () => {
  it.each([
    '할머니가 돌아가셨다',
    '강아지가 죽었다',
    '친구를 때렸다',
    '전쟁이 났다',
    '병에 걸려 아팠다',
    '다리를 다쳤다',
    '보석을 훔쳤다',
  ])('%s is told and nothing more', (i_action) => {
    all([{}, { name: '서연', i_action, classification: '신체운동_건강', feeling: '슬프다' }], (page) => {
      expect(page).not.toMatch(/!|\?|두근|괜찮|읽어|재미|안녕|힘내/);
      expect(page.split(/(?<=\.) /).length).toBeLessThanOrEqual(4);
    });
  });

  it('keeps the last page of its book quiet', () => {
    all([{ i_action: '강아지가 죽었다' }, { i_action: '사진을 본다' }], (page) => {
      expect(page).not.toMatch(/안녕|반짝여요|한 번 더 읽어|재미있게 들었|기다릴까요/);
    });
  });
});
