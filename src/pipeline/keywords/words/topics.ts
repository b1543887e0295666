// What goes with what: a topic with the settings, the doings and the feelings that suit it, best first, in both languages
// (Korean=English). A topic with + is told of somebody who is with the one it is named for. Words only.

export const TOPICS = `
beach | 바닷가=at the beach; 여름=in summer; 모래밭=on the sand; 파도 앞=by the waves | 모래성을 쌓는다=builds a sandcastle; 조개를 줍는다=picks up shells; 파도를 따라 뛴다=runs along the waves; 발을 담근다=dips their feet in | 신남=excited; 시원함=fresh and cool; 자유로움=free
sand | 모래밭=on the sand; 놀이터=at the playground | 모래성을 쌓는다=builds a sandcastle; 손으로 땅을 판다=digs with their hands | 재미=having fun; 뿌듯함=proud
underwater | 물속=under the water; 바다 한가운데=out at sea | 헤엄친다=swims; 물방울을 분다=blows bubbles; 바위 사이를 살핀다=peeps between the rocks | 신비로움=full of wonder; 자유로움=free; 궁금함=curious
river | 강가=by the river; 다리 위=on a bridge | 돌멩이를 던진다=throws pebbles; 발을 담근다=dips their feet in; 종이배를 띄운다=floats a paper boat | 시원함=fresh and cool; 평화로움=peaceful
lake | 호숫가=by the lake; 잔잔한 물가=by the still water | 물에 비친 모습을 본다=looks at the reflection; 종이배를 띄운다=floats a paper boat; 오리에게 인사한다=says hello to the ducks | 평화로움=peaceful; 편안함=calm; 궁금함=curious
mountain | 산꼭대기=on top of a mountain; 산길=on a mountain path; 맑은 날=on a clear day | 한 걸음씩 오른다=climbs step by step; 땀을 닦는다=wipes the sweat away; 야호 하고 외친다=shouts hooray | 뿌듯함=proud; 상쾌함=refreshed; 용기=brave
hill | 언덕 위=on a hill; 풀밭=on the grass | 언덕을 뛰어 내려간다=runs down the hill; 멀리 바라본다=looks far away; 풀밭에 눕는다=lies down on the grass | 상쾌함=refreshed; 평화로움=peaceful
forest | 숲속=in the forest; 나무 사이=among the trees; 숲속 오솔길=on a forest path | 나무 사이를 걷는다=walks among the trees; 새소리를 듣는다=listens to the birds; 오솔길을 따라간다=follows the path | 궁금함=curious; 상쾌함=refreshed; 두근거림=nervous and excited
field | 들판=in a field; 풀밭=on the grass; 바람 부는 언덕=on a windy hill | 풀밭에서 뒹군다=rolls on the grass; 마음껏 달린다=runs freely; 풀잎 피리를 분다=blows a grass whistle | 자유로움=free; 상쾌함=refreshed
flower | 꽃밭=among the flowers; 봄=in spring; 햇살 좋은 날=on a sunny day | 꽃향기를 맡는다=smells the flowers; 꽃목걸이를 만든다=makes a flower chain; 꽃에 물을 준다=waters the flowers | 향긋함=delighted; 설렘=thrilled; 평화로움=peaceful
garden | 정원=in the garden; 꽃밭=among the flowers; 햇살 좋은 날=on a sunny day | 나비를 따라간다=follows a butterfly; 물을 준다=waters the plants; 풀잎을 만진다=touches the leaves | 평화로움=peaceful; 즐거움=cheerful
plant | 텃밭=in the vegetable patch; 봄=in spring; 햇살 좋은 날=on a sunny day | 물을 준다=waters the plants; 흙을 덮는다=covers the seeds with soil; 싹을 들여다본다=looks closely at the sprout | 기대됨=looking forward; 뿌듯함=proud; 궁금함=curious
pick | 텃밭=in the vegetable patch; 가을=in autumn | 바구니에 담는다=puts them in a basket; 하나씩 센다=counts them one by one | 뿌듯함=proud; 기쁨=happy
farm | 농장=on the farm; 시골=in the countryside; 이른 아침=early in the morning | 먹이를 준다=feeds the animals; 울타리 너머를 본다=looks over the fence; 젖을 짠다=milks a cow | 신기함=amazed; 정겨움=at ease
park | 공원=in the park; 나무 아래=under a tree; 맑은 오후=on a clear afternoon | 산책한다=goes for a walk; 벤치에 앉는다=sits on a bench; 비둘기를 따라간다=follows the pigeons | 즐거움=cheerful; 편안함=calm
playground | 놀이터=at the playground; 오후=in the afternoon | 그네를 탄다=rides the swing; 미끄럼틀을 탄다=goes down the slide; 친구와 함께 논다=plays with friends | 신남=excited; 즐거움=cheerful; 자유로움=free
swing | 놀이터=at the playground; 오후=in the afternoon | 발을 힘껏 구른다=kicks the air; 높이 올라간다=goes up high; 차례를 기다린다=waits for a turn | 신남=excited; 아찔함=dizzy with joy; 시원함=fresh and cool
slide | 놀이터=at the playground; 오후=in the afternoon | 쌩 하고 내려온다=whooshes down; 계단을 오른다=climbs the steps; 차례를 기다린다=waits for a turn | 신남=excited; 짜릿함=thrilled; 용기=brave
fair | 놀이공원=at the amusement park; 주말=at the weekend | 회전목마를 탄다=rides the merry-go-round; 솜사탕을 먹는다=eats cotton candy; 손을 번쩍 든다=throws both hands up | 짜릿함=thrilled; 신남=excited
zoo | 동물원=at the zoo; 주말=at the weekend | 동물 흉내를 낸다=imitates the animals; 먹이를 준다=feeds the animals; 손을 흔든다=waves | 신기함=amazed; 설렘=thrilled
home | 집=at home; 거실=in the living room; 저녁=in the evening | 가족과 이야기한다=talks with the family; 뒹굴뒹굴한다=lazes about; 장난감을 정리한다=tidies up the toys | 편안함=calm; 따뜻함=warm inside
bedroom | 방 안=in the bedroom; 밤=at night | 이불 속에 숨는다=hides under the blanket; 인형을 꼭 안는다=hugs a doll tight; 기지개를 켠다=stretches | 포근함=cozy; 편안함=calm
kitchen | 부엌=in the kitchen; 저녁=in the evening | 반죽을 주무른다=kneads the dough; 맛을 본다=has a taste; 접시를 나른다=carries the plates | 뿌듯함=proud; 기대됨=looking forward
bath | 욕실=in the bathroom; 저녁=in the evening | 거품 놀이를 한다=plays with the bubbles; 물장구를 친다=splashes the water; 머리를 감는다=washes their hair | 개운함=nice and clean; 상쾌함=refreshed; 재미=having fun
school | 교실=in the classroom; 유치원=at kindergarten; 아침=in the morning | 손을 번쩍 든다=raises a hand; 친구와 이야기한다=talks with a friend; 가방을 멘다=puts on the backpack | 설렘=thrilled; 반가움=glad to see them; 긴장=nervous
sport | 운동장=on the playing field; 체육관=in the gym; 운동회 날=on sports day | 힘껏 달린다=runs with all their might; 친구를 응원한다=cheers for a friend; 땀을 닦는다=wipes the sweat away | 짜릿함=thrilled; 두근거림=nervous and excited; 뿌듯함=proud
library | 도서관=in the library; 조용한 오후=on a quiet afternoon | 책을 고른다=chooses a book; 책장을 넘긴다=turns the pages; 소곤소곤 말한다=whispers | 차분함=calm; 궁금함=curious
museum | 박물관=at the museum; 주말=at the weekend | 그림을 바라본다=looks at the paintings; 설명을 듣는다=listens to the guide; 자세히 살펴본다=looks closely | 신기함=amazed; 감탄=full of wonder
shop | 시장=at the market; 가게 앞=in front of a shop; 주말=at the weekend | 물건을 고른다=chooses things; 장바구니를 든다=carries the shopping basket; 돈을 낸다=pays for it | 설렘=thrilled; 뿌듯함=proud; 망설임=undecided
meal | 식탁 앞=at the table; 부엌=in the kitchen; 점심시간=at lunchtime | 맛있게 먹는다=eats with delight; 친구와 나누어 먹는다=shares the food; 입을 닦는다=wipes their mouth | 맛있음=delighted by the taste; 행복=full of joy; 든든함=full and content
sweet | 여름=in summer; 가게 앞=in front of a shop | 한 입 먹는다=takes a bite; 친구와 나누어 먹는다=shares it with a friend; 입가를 닦는다=wipes their mouth | 달콤함=delighted; 행복=full of joy; 신남=excited
drink | 식탁 앞=at the table; 나무 그늘=in the shade of a tree | 꿀꺽꿀꺽 마신다=gulps it down; 컵을 든다=lifts the cup | 시원함=fresh and cool; 개운함=refreshed
fruit | 과수원=in the orchard; 시장=at the market; 식탁 앞=at the table | 한 입 베어 문다=takes a bite; 바구니에 담는다=puts it in a basket; 친구와 나누어 먹는다=shares it with a friend | 달콤함=delighted; 기쁨=happy
vegetable | 텃밭=in the vegetable patch; 부엌=in the kitchen | 흙에서 뽑는다=pulls it out of the soil; 깨끗이 씻는다=washes it clean; 한 입 먹어 본다=tries a bite | 뿌듯함=proud; 신기함=amazed
doctor | 병원=at the hospital | 꾹 참는다=holds on bravely; 입을 아 벌린다=opens wide; 손을 꼭 잡는다=holds a hand tight | 조마조마함=a little nervous; 용기=brave; 안심=relieved
doctor+ | 병원=at the hospital | 꾹 참는다=holds on bravely; 고맙다고 인사한다=says thank you | 조마조마함=a little nervous; 용기=brave; 안심=relieved
town | 마을=in the village; 골목길=in the alley; 오후=in the afternoon | 이웃에게 인사한다=says hello to the neighbors; 골목을 걷는다=walks along the alley; 여기저기 구경한다=looks around | 정겨움=at ease; 궁금함=curious
road | 길 위=on the road; 골목길=in the alley; 햇살 좋은 날=on a sunny day | 걸어간다=walks along; 양쪽을 살핀다=looks both ways; 손을 든다=holds up a hand | 조심스러움=careful; 설렘=thrilled
journey | 기차역=at the station; 낯선 마을=in a strange village; 방학=during the holidays | 가방을 멘다=puts on the backpack; 지도를 펼친다=unfolds a map; 창밖을 본다=looks out of the window; 새로운 길을 걷는다=walks a new path | 설렘=thrilled; 용기=brave; 궁금함=curious
camp | 캠핑장=at the campsite; 숲속=in the forest; 밤=at night | 텐트를 친다=puts up the tent; 별을 센다=counts the stars; 마시멜로를 굽는다=roasts marshmallows | 설렘=thrilled; 포근함=cozy; 신남=excited
cave | 동굴 속=in a cave; 깜깜한 곳=in the dark | 불을 비춘다=shines a light; 살금살금 걷는다=tiptoes; 메아리를 듣는다=listens to the echo | 두근거림=nervous and excited; 무서움=scared; 용기=brave
castle | 성=in a castle; 높은 탑=in a high tower; 먼 옛날=long, long ago | 성문을 연다=opens the castle gate; 계단을 오른다=climbs the stairs; 무도회에 간다=goes to the ball | 설렘=thrilled; 당당함=sure of oneself
stage | 무대 위=on the stage; 발표회 날=on the day of the show | 인사를 한다=takes a bow; 노래를 부른다=sings a song; 박수를 받는다=is applauded | 긴장=nervous; 뿌듯함=proud; 두근거림=nervous and excited
sky | 하늘=in the sky; 언덕 위=on a hill; 맑은 날=on a clear day | 하늘을 올려다본다=looks up at the sky; 구름 모양을 찾는다=looks for shapes in the clouds; 두 팔을 벌린다=spreads both arms | 시원함=fresh and cool; 자유로움=free; 평화로움=peaceful
space | 우주=in space; 달나라=on the moon; 별 사이=among the stars | 별 사이를 난다=flies among the stars; 지구를 내려다본다=looks down at the earth; 둥둥 떠다닌다=floats about | 신비로움=full of wonder; 두근거림=nervous and excited; 용기=brave
boat | 바다 한가운데=out at sea; 섬=on an island; 항구=in the harbor | 노를 젓는다=rows the boat; 먼바다를 본다=looks out to sea; 돛을 올린다=raises the sail | 설렘=thrilled; 용기=brave; 자유로움=free
desert | 사막=in the desert; 뜨거운 한낮=in the heat of the day | 물을 찾는다=looks for water; 모래언덕을 오른다=climbs a sand dune | 목마름=thirsty; 용기=brave
ice | 얼음 위=on the ice; 겨울=in winter; 남극=at the South Pole | 얼음 위를 미끄러진다=slides on the ice; 손을 호호 분다=warms their hands with breath | 짜릿함=thrilled; 조심스러움=careful
roof | 지붕 위=on the roof; 밤=at night; 저녁=in the evening | 멀리 바라본다=looks far away; 조심조심 걷는다=walks carefully; 별을 센다=counts the stars | 시원함=fresh and cool; 조마조마함=a little nervous
window | 창가=by the window; 집=at home | 창밖을 내다본다=looks out of the window; 유리에 그림을 그린다=draws on the glass; 햇볕을 쬔다=basks in the sun | 궁금함=curious; 그리움=missing someone; 편안함=calm
tree | 나무 아래=under a tree; 숲속=in the forest; 공원=in the park | 나무를 올려다본다=looks up at the tree; 나무를 꼭 안는다=hugs the tree; 그늘에서 쉰다=rests in the shade | 편안함=calm; 든든함=safe; 궁금함=curious
magic | 마법의 나라=in a magic land; 한밤중=in the middle of the night; 숲속=in the forest | 주문을 외운다=says a spell; 지팡이를 흔든다=waves a wand; 변신한다=turns into something else | 신비로움=full of wonder; 두근거림=nervous and excited; 놀라움=surprised
snow | 눈 덮인 마을=in a snowy village; 겨울=in winter; 눈밭=in the snow | 눈사람을 만든다=builds a snowman; 눈을 굴린다=rolls a snowball; 눈싸움을 한다=has a snowball fight; 썰매를 탄다=rides a sled | 신남=excited; 추움=cold; 포근함=cozy
rain | 비 오는 날=on a rainy day; 물웅덩이 앞=by a puddle; 처마 밑=under the eaves | 우산을 쓴다=opens an umbrella; 물웅덩이에서 첨벙거린다=splashes in a puddle; 빗소리를 듣는다=listens to the rain | 상쾌함=refreshed; 차분함=calm; 신남=excited
wind | 바람 부는 날=on a windy day; 언덕 위=on a hill | 모자를 꼭 잡는다=holds on to their hat; 바람개비를 돌린다=spins a pinwheel; 두 팔을 벌린다=spreads both arms | 시원함=fresh and cool; 깜짝 놀람=startled
sun | 햇살 좋은 날=on a sunny day; 들판=in a field; 한낮=at noon | 햇볕을 쬔다=basks in the sun; 그늘을 찾는다=looks for shade; 두 팔을 벌린다=spreads both arms | 따뜻함=warm inside; 나른함=drowsy; 기쁨=happy
rainbow | 무지개 아래=under a rainbow; 비 갠 오후=after the rain; 언덕 위=on a hill | 하늘을 가리킨다=points at the sky; 일곱 빛깔을 센다=counts the colors; 소원을 빈다=makes a wish | 신기함=amazed; 희망=hopeful; 감탄=full of wonder
spring | 봄=in spring; 꽃밭=among the flowers; 따뜻한 날=on a warm day | 새싹을 살핀다=looks at the new shoots; 꽃향기를 맡는다=smells the flowers; 소풍을 간다=goes on a picnic | 설렘=thrilled; 따뜻함=warm inside
summer | 여름=in summer; 나무 그늘=in the shade of a tree; 물가=by the water | 물놀이를 한다=plays in the water; 부채질을 한다=fans themselves; 수박을 먹는다=eats watermelon | 시원함=fresh and cool; 신남=excited
autumn | 가을=in autumn; 낙엽 길=on a path of leaves; 공원=in the park | 낙엽을 밟는다=steps on the leaves; 나뭇잎을 줍는다=picks up leaves; 도토리를 모은다=gathers acorns | 시원함=fresh and cool; 차분함=calm; 쓸쓸함=a little lonely
winter | 겨울=in winter; 따뜻한 집=in a warm house | 장갑을 낀다=puts on gloves; 손을 호호 분다=warms their hands with breath; 따뜻한 차를 마신다=drinks something warm | 추움=cold; 포근함=cozy
morning | 아침=in the morning; 방 안=in the bedroom | 기지개를 켠다=stretches; 창문을 연다=opens the window; 세수를 한다=washes their face | 상쾌함=refreshed; 설렘=thrilled; 졸림=sleepy
evening | 해 질 녘=at sunset; 저녁=in the evening; 언덕 위=on a hill | 노을을 바라본다=watches the sunset; 집으로 돌아간다=goes home; 하루를 떠올린다=thinks of the day | 평화로움=peaceful; 그리움=missing someone; 편안함=calm
night | 밤=at night; 언덕 위=on a hill; 별빛 아래=under the stars | 별을 센다=counts the stars; 달을 바라본다=looks at the moon; 소원을 빈다=makes a wish; 살금살금 걷는다=tiptoes | 고요함=peaceful; 설렘=thrilled; 신비로움=full of wonder
birthday | 생일날=on a birthday; 집=at home; 친구네 집=at a friend's house | 촛불을 끈다=blows out the candles; 선물을 연다=opens the presents; 생일 노래를 부른다=sings the birthday song | 행복=full of joy; 설렘=thrilled; 고마움=thankful
party | 잔칫날=on the day of the party; 집=at home | 박수를 친다=claps; 노래를 부른다=sings a song; 선물을 준다=gives a present | 신남=excited; 행복=full of joy
christmas | 크리스마스=at Christmas; 트리 앞=by the Christmas tree; 눈 오는 밤=on a snowy night | 트리를 꾸민다=decorates the tree; 선물을 연다=opens the presents; 양말을 건다=hangs up a stocking | 설렘=thrilled; 기대됨=looking forward; 고마움=thankful
holiday | 설날=on New Year's Day; 할머니 댁=at Grandma's house | 한복을 입는다=puts on a hanbok; 세배를 한다=makes a New Year's bow; 떡을 먹는다=eats rice cake | 설렘=thrilled; 반가움=glad to see them; 정겨움=at ease
picnic | 풀밭=on the grass; 소풍날=on a picnic; 나무 그늘=in the shade of a tree | 돗자리를 편다=spreads the blanket; 김밥을 먹는다=eats from the lunchbox; 보물찾기를 한다=goes on a treasure hunt | 설렘=thrilled; 신남=excited; 여유로움=at ease
grandparents | 할머니 댁=at Grandma's house; 시골=in the countryside | 옛날이야기를 해 준다=tells an old story; 두 팔 벌려 반긴다=opens both arms wide; 맛있는 것을 나누어 준다=shares something tasty | 흐뭇함=pleased; 따뜻함=warm inside; 사랑=full of love
grandparents+ | 할머니 댁=at Grandma's house; 시골=in the countryside | 품에 안긴다=snuggles up; 옛날이야기를 듣는다=listens to an old story; 어깨를 주물러 준다=rubs their shoulders | 따뜻함=warm inside; 반가움=glad to see them; 사랑=full of love
child | 놀이터=at the playground; 유치원=at kindergarten | 친구를 부른다=calls a friend | 즐거움=cheerful
child+ | 놀이터=at the playground; 유치원=at kindergarten | 친구와 손을 잡는다=holds a friend's hand; 함께 웃는다=laughs together | 즐거움=cheerful; 든든함=not alone
family | 집=at home; 공원=in the park; 주말=at the weekend | 꼭 안아 준다=gives a big hug; 환하게 웃는다=smiles brightly | 사랑=full of love; 행복=full of joy
family+ | 집=at home; 공원=in the park; 주말=at the weekend | 손을 꼭 잡는다=holds hands; 품에 안긴다=snuggles up; 사랑한다고 말한다=says I love you | 사랑=full of love; 따뜻함=warm inside; 든든함=safe
baby | 집=at home; 방 안=in the bedroom | 아장아장 걷는다=toddles; 방긋 웃는다=beams; 옹알옹알 말한다=babbles | 기쁨=happy; 포근함=cozy; 졸림=sleepy
baby+ | 집=at home; 방 안=in the bedroom | 동생을 돌본다=looks after the little one; 자장가를 불러 준다=sings a lullaby; 장난감을 빌려준다=lends a toy | 사랑스러움=full of love; 뿌듯함=proud; 질투=a bit jealous
teacher | 교실=in the classroom; 유치원=at kindergarten | 책을 읽어 준다=reads a book aloud; 칭찬해 준다=praises everyone | 흐뭇함=pleased; 뿌듯함=proud
teacher+ | 교실=in the classroom; 유치원=at kindergarten | 손을 번쩍 든다=raises a hand; 귀 기울여 듣는다=listens closely; 질문을 한다=asks a question | 반가움=glad to see them; 궁금함=curious; 긴장=nervous
rescuer | 마을=in the village; 불이 난 곳=at the fire | 사람들을 구한다=rescues people; 서둘러 달려간다=hurries to help; 물을 뿌린다=sprays water | 용기=brave; 뿌듯함=proud; 긴장=nervous
rescuer+ | 마을=in the village; 큰길=on the main road | 경례를 한다=salutes; 고맙다고 인사한다=says thank you | 든든함=safe; 고마움=thankful
cook | 부엌=in the kitchen; 식당=in a restaurant | 맛을 본다=has a taste; 재료를 썬다=chops the vegetables; 냄비를 젓는다=stirs the pot | 뿌듯함=proud; 기대됨=looking forward
cook+ | 식당=in a restaurant; 부엌=in the kitchen | 맛있게 먹는다=eats with delight; 옆에서 돕는다=helps out | 기대됨=looking forward; 고마움=thankful
dog | 공원=in the park; 들판=in a field; 마당=in the yard | 꼬리를 흔든다=wags its tail; 멍멍 짖는다=barks; 킁킁 냄새를 맡는다=sniffs around | 반가움=glad to see them; 신남=excited
dog+ | 공원=in the park; 들판=in a field; 마당=in the yard | 강아지를 쓰다듬는다=strokes the dog; 강아지와 산책한다=walks the dog; 강아지와 함께 뛴다=runs with the dog | 사랑스러움=full of love; 반가움=glad to see them
cat | 창가=by the window; 지붕 위=on the roof; 골목길=in the alley | 야옹 하고 운다=meows; 살금살금 걷는다=tiptoes; 앞발로 세수한다=washes its face with a paw; 몸을 동그랗게 만다=curls up | 느긋함=at ease; 궁금함=curious; 새침함=a little proud
cat+ | 창가=by the window; 골목길=in the alley | 고양이를 쓰다듬는다=strokes the cat; 고양이를 부른다=calls the cat; 살며시 다가간다=comes closer softly | 사랑스러움=full of love; 궁금함=curious
rabbit | 풀밭=on the grass; 숲속=in the forest | 깡충깡충 뛴다=hops along; 귀를 쫑긋 세운다=pricks up its ears; 당근을 먹는다=nibbles a carrot | 신남=excited; 궁금함=curious
rabbit+ | 풀밭=on the grass; 숲속=in the forest | 토끼에게 당근을 준다=gives the rabbit a carrot; 토끼를 따라간다=follows the rabbit | 반가움=glad to see them; 사랑스러움=full of love
bear | 숲속=in the forest; 동굴 속=in a cave; 강가=by the river | 꿀을 먹는다=eats honey; 쿵쿵 걷는다=stomps along; 나무에 등을 긁는다=scratches its back on a tree | 든든함=safe; 느긋함=at ease; 배고픔=hungry
bear+ | 숲속=in the forest; 동굴 속=in a cave | 곰과 꿀을 나누어 먹는다=shares honey with the bear; 곰을 꼭 안는다=hugs the bear | 든든함=safe; 놀라움=surprised
bird | 하늘=in the sky; 나뭇가지 위=on a branch; 숲속=in the forest | 지저귄다=sings; 날개를 편다=spreads its wings; 둥지를 짓는다=builds a nest | 자유로움=free; 즐거움=cheerful
bird+ | 나무 아래=under a tree; 숲속=in the forest | 새소리를 듣는다=listens to the bird; 모이를 준다=feeds the bird; 하늘을 올려다본다=looks up at the sky | 평화로움=peaceful; 신기함=amazed
duck | 연못=on the pond; 호숫가=by the lake | 뒤뚱뒤뚱 걷는다=waddles along; 꽥꽥 운다=quacks; 물 위에 둥둥 뜬다=floats on the water | 평화로움=peaceful; 즐거움=cheerful
duck+ | 연못가=by the pond; 호숫가=by the lake | 오리에게 먹이를 준다=feeds the ducks; 뒤뚱뒤뚱 따라 걷는다=waddles along too | 신기함=amazed; 재미=having fun
fish | 물속=under the water; 강가=by the river; 어항 속=in the fishbowl | 꼬리를 살랑거린다=swishes its tail; 물풀 사이를 지난다=swims through the weeds; 뽀글뽀글 숨을 쉰다=blows bubbles | 자유로움=free; 평화로움=peaceful
fish+ | 강가=by the river; 물가=by the water | 물속을 들여다본다=looks into the water; 낚싯대를 던진다=casts the fishing rod; 먹이를 준다=feeds the fish | 궁금함=curious; 기대됨=looking forward
whale | 깊은 바다=in the deep sea; 바다 한가운데=out at sea | 물을 뿜는다=spouts water; 물 위로 뛰어오른다=leaps out of the water; 노래한다=sings | 자유로움=free; 당당함=sure of oneself
whale+ | 바다 한가운데=out at sea; 바닷가=at the beach | 고래 등에 탄다=rides on the whale's back; 손을 흔든다=waves | 놀라움=surprised; 신비로움=full of wonder
turtle | 바닷가=at the beach; 연못가=by the pond | 느릿느릿 걷는다=walks slowly; 등딱지에 숨는다=hides in its shell | 느긋함=at ease; 끈기=patient
turtle+ | 바닷가=at the beach; 연못가=by the pond | 거북이를 응원한다=cheers for the turtle; 천천히 함께 걷는다=walks slowly beside it | 느긋함=at ease; 신기함=amazed
frog | 연못가=by the pond; 비 오는 날=on a rainy day; 연잎 위=on a lily pad | 폴짝폴짝 뛴다=hops along; 개굴개굴 노래한다=croaks a song | 신남=excited; 즐거움=cheerful
frog+ | 연못가=by the pond; 비 오는 날=on a rainy day | 개구리를 살펴본다=looks closely at the frog; 개구리처럼 뛴다=hops like a frog | 신기함=amazed; 재미=having fun
butterfly | 꽃밭=among the flowers; 봄=in spring | 꽃에 앉는다=lands on a flower; 팔랑팔랑 난다=flutters about; 꿀을 모은다=gathers honey | 가벼움=light as air; 즐거움=cheerful
butterfly+ | 꽃밭=among the flowers; 봄=in spring; 풀밭=on the grass | 나비를 따라간다=follows the butterfly; 숨죽여 바라본다=watches without a sound | 신기함=amazed; 설렘=thrilled
bug | 풀숲=in the tall grass; 나뭇잎 위=on a leaf; 땅속=under the ground | 꼬물꼬물 기어간다=crawls along; 먹이를 나른다=carries its food; 나뭇잎을 갉아 먹는다=nibbles a leaf | 부지런함=busy; 궁금함=curious
bug+ | 풀숲=in the tall grass; 나무 아래=under a tree | 돋보기로 살펴본다=looks through a magnifying glass; 쪼그리고 앉는다=squats down; 풀잎 위에 놓아준다=sets it free on a leaf | 신기함=amazed; 궁금함=curious; 조심스러움=careful
squirrel | 숲속=in the forest; 나무 위=up in a tree; 가을=in autumn | 도토리를 모은다=gathers acorns; 나무를 쪼르르 오른다=scampers up a tree | 부지런함=busy; 뿌듯함=proud
squirrel+ | 숲속=in the forest; 나무 아래=under a tree; 가을=in autumn | 도토리를 나누어 준다=gives it an acorn; 살며시 다가간다=comes closer softly | 반가움=glad to see them; 신기함=amazed
mouse | 쥐구멍=in the mouse hole; 부엌=in the kitchen; 밤=at night | 쪼르르 달린다=scurries along; 치즈를 갉아 먹는다=nibbles the cheese; 찍찍 운다=squeaks | 조마조마함=a little nervous; 배고픔=hungry
mouse+ | 부엌=in the kitchen; 집=at home | 치즈를 나누어 준다=shares the cheese; 깜짝 놀란다=is startled | 놀라움=surprised; 궁금함=curious
fox | 숲속=in the forest; 밤=at night | 살금살금 다가온다=comes closer softly; 꾀를 낸다=thinks up a trick; 굴로 돌아간다=goes back to its den | 궁금함=curious; 외로움=lonely
fox+ | 숲속=in the forest; 밤=at night | 나무 뒤에 숨는다=hides behind a tree; 길을 묻는다=asks the way | 두근거림=nervous and excited; 궁금함=curious
lion | 초원=in the grassland; 동물원=at the zoo; 정글=in the jungle | 어흥 하고 운다=roars; 갈기를 휘날린다=shakes its mane; 바위에서 낮잠을 잔다=naps on a rock | 당당함=sure of oneself; 용기=brave
lion+ | 동물원=at the zoo; 초원=in the grassland | 어흥 하고 흉내 낸다=roars like a lion; 조심조심 다가간다=comes closer carefully | 놀라움=surprised; 두근거림=nervous and excited
elephant | 초원=in the grassland; 동물원=at the zoo | 나뭇잎을 먹는다=eats leaves; 쿵쿵 걷는다=stomps along; 물을 마시러 간다=goes to drink water | 든든함=safe; 느긋함=at ease
elephant+ | 동물원=at the zoo; 초원=in the grassland | 먹이를 준다=feeds it; 높이 올려다본다=looks way up; 손을 흔든다=waves | 신기함=amazed; 놀라움=surprised
monkey | 정글=in the jungle; 나무 위=up in a tree | 나무를 탄다=swings through the trees; 바나나를 먹는다=eats a banana; 흉내를 낸다=plays copycat | 장난스러움=playful; 신남=excited
monkey+ | 동물원=at the zoo; 정글=in the jungle | 흉내를 낸다=plays copycat; 바나나를 준다=gives it a banana | 재미=having fun; 신기함=amazed
penguin | 얼음 위=on the ice; 남극=at the South Pole | 뒤뚱뒤뚱 걷는다=waddles along; 배로 미끄러진다=slides on its belly; 바다로 뛰어든다=dives into the sea | 신남=excited; 추움=cold
penguin+ | 얼음 위=on the ice; 남극=at the South Pole | 펭귄처럼 걷는다=walks like a penguin; 손을 흔든다=waves | 재미=having fun; 신기함=amazed
horse | 들판=in a field; 농장=on the farm | 따가닥따가닥 달린다=gallops along; 갈기를 날린다=tosses its mane; 풀을 뜯는다=nibbles the grass | 자유로움=free; 상쾌함=refreshed
horse+ | 들판=in a field; 농장=on the farm | 말을 탄다=rides the horse; 당근을 준다=gives it a carrot; 갈기를 쓰다듬는다=strokes its mane | 두근거림=nervous and excited; 용기=brave; 자유로움=free
cow | 농장=on the farm; 들판=in a field | 풀을 뜯는다=nibbles the grass; 친구들과 낮잠을 잔다=naps with friends; 느릿느릿 걷는다=walks slowly | 느긋함=at ease; 배고픔=hungry; 평화로움=peaceful
cow+ | 농장=on the farm; 들판=in a field | 먹이를 준다=feeds it; 등을 쓰다듬는다=strokes its back; 인사를 건넨다=says hello | 신기함=amazed; 정겨움=at ease
dinosaur | 아주 먼 옛날=long, long ago; 화산 옆=by a volcano; 정글=in the jungle | 쿵쿵 걷는다=stomps along; 크아앙 하고 운다=roars; 나뭇잎을 먹는다=eats leaves | 당당함=sure of oneself; 배고픔=hungry; 궁금함=curious
dinosaur+ | 아주 먼 옛날=long, long ago; 공룡 나라=in dinosaur land; 박물관=at the museum | 공룡 등에 탄다=rides on the dinosaur's back; 발자국을 따라간다=follows the footprints | 놀라움=surprised; 두근거림=nervous and excited; 신기함=amazed
dragon | 높은 산=on a high mountain; 성=in a castle; 구름 위=above the clouds | 불을 뿜는다=breathes fire; 하늘을 난다=flies through the sky; 보물을 지킨다=guards its treasure | 당당함=sure of oneself; 외로움=lonely
dragon+ | 높은 산=on a high mountain; 성=in a castle; 구름 위=above the clouds | 용 등에 탄다=rides on the dragon's back; 용감하게 맞선다=stands up to it bravely; 친구가 되자고 말한다=asks to be friends | 용기=brave; 두근거림=nervous and excited
fairy | 마법의 나라=in a magic land; 구름 위=above the clouds; 꽃밭=among the flowers | 반짝이는 가루를 뿌린다=sprinkles sparkling dust; 소원을 들어준다=grants a wish; 살랑살랑 난다=flies lightly | 신비로움=full of wonder; 행복=full of joy
fairy+ | 마법의 나라=in a magic land; 구름 위=above the clouds | 소원을 말한다=makes a wish; 함께 하늘을 난다=flies through the sky together | 신비로움=full of wonder; 놀라움=surprised
queen | 성=in a castle; 궁전=in the palace; 먼 옛날=long, long ago | 왕관을 쓴다=puts on a crown; 무도회에서 춤춘다=dances at the ball; 모험을 떠난다=sets out on an adventure | 당당함=sure of oneself; 설렘=thrilled; 외로움=lonely
queen+ | 성=in a castle; 궁전=in the palace | 공손히 인사한다=bows politely; 함께 춤춘다=dances together | 설렘=thrilled; 긴장=nervous
witch | 숲속 오두막=in a hut in the forest; 한밤중=in the middle of the night | 주문을 외운다=says a spell; 빗자루를 탄다=rides a broom; 약을 젓는다=stirs the potion | 장난스러움=playful; 외로움=lonely
witch+ | 숲속 오두막=in a hut in the forest; 한밤중=in the middle of the night | 몰래 엿본다=peeps in secret; 꾀를 낸다=thinks up a trick | 무서움=scared; 궁금함=curious; 용기=brave
ghost | 한밤중=in the middle of the night; 낡은 집=in an old house | 둥둥 떠다닌다=floats about; 까꿍 하고 나타난다=pops out; 친구를 찾는다=looks for a friend | 외로움=lonely; 장난스러움=playful; 수줍음=shy
ghost+ | 한밤중=in the middle of the night; 낡은 집=in an old house; 이불 속=under the blanket | 이불 속에 숨는다=hides under the blanket; 용기를 낸다=plucks up courage; 말을 건다=talks to it | 무서움=scared; 용기=brave; 놀라움=surprised
robot | 연구실=in the laboratory; 미래 도시=in a city of the future; 우주=in space | 삐리삐리 소리를 낸다=beeps; 버튼을 누른다=presses the button; 사람을 돕는다=helps people | 신기함=amazed; 궁금함=curious
robot+ | 연구실=in the laboratory; 미래 도시=in a city of the future; 방 안=in the bedroom | 로봇을 조립한다=puts the robot together; 로봇에게 말을 건다=talks to the robot | 신기함=amazed; 뿌듯함=proud
toy | 방 안=in the bedroom; 놀이방=in the playroom | 소꿉놀이를 한다=plays house; 친구에게 빌려준다=lends it to a friend; 장난감을 정리한다=tidies up the toys | 재미=having fun; 즐거움=cheerful
block | 놀이방=in the playroom; 방 안=in the bedroom; 교실=in the classroom | 높이 쌓는다=builds it up high; 와르르 무너뜨린다=knocks it all down; 다시 쌓는다=builds it again | 뿌듯함=proud; 아슬아슬함=on edge
ball | 운동장=on the playing field; 공원=in the park; 풀밭=on the grass | 공을 던진다=throws the ball; 달린다=runs; 공을 찬다=kicks the ball; 공을 받는다=catches the ball | 신남=excited; 짜릿함=thrilled
balloon | 공원=in the park; 하늘=in the sky; 잔칫날=on the day of the party | 풍선을 분다=blows up a balloon; 높이 날려 보낸다=lets it fly up high; 끈을 꼭 잡는다=holds the string tight | 설렘=thrilled; 두둥실 뜬 기분=light as a feather
kite | 언덕 위=on a hill; 바람 부는 날=on a windy day | 연을 날린다=flies a kite; 실을 감는다=winds the string; 바람을 따라 달린다=runs with the wind | 자유로움=free; 신남=excited
bike | 공원=in the park; 강가=by the river; 골목길=in the alley | 페달을 밟는다=pedals hard; 핸들을 꼭 잡는다=grips the handlebars; 바람을 가른다=cuts through the wind | 상쾌함=refreshed; 자신감=sure of oneself; 조마조마함=a little nervous
car | 길 위=on the road; 도시=in the city | 안전띠를 맨다=fastens the seat belt; 창밖을 본다=looks out of the window; 빵빵 경적을 울린다=honks the horn | 설렘=thrilled; 신남=excited
train | 기차역=at the station; 기찻길=on the railway | 기차를 탄다=takes the train; 창밖을 본다=looks out of the window; 손을 흔든다=waves | 설렘=thrilled; 기대됨=looking forward
plane | 하늘=in the sky; 공항=at the airport; 구름 위=above the clouds | 구름을 내려다본다=looks down on the clouds; 두 팔을 벌린다=spreads both arms | 설렘=thrilled; 두근거림=nervous and excited
ride | 길 위=on the road; 공원=in the park | 꼭 잡는다=holds on tight; 씽씽 달린다=zooms along | 신남=excited; 짜릿함=thrilled
dress | 방 안=in the bedroom; 거울 앞=in front of the mirror; 아침=in the morning | 거울을 본다=looks in the mirror; 단추를 채운다=does up the buttons; 멋을 낸다=dresses up | 뿌듯함=proud; 설렘=thrilled
mirror | 거울 앞=in front of the mirror; 방 안=in the bedroom | 머리를 빗는다=combs their hair; 웃는 얼굴을 해 본다=tries a smile | 재미=having fun; 궁금함=curious
box | 방 안=in the bedroom; 비밀 장소=in a secret place | 상자를 연다=opens the box; 안을 들여다본다=peeps inside | 궁금함=curious; 두근거림=nervous and excited
key | 문 앞=in front of the door; 비밀의 방=in a secret room | 문을 두드린다=knocks at the door; 문을 연다=opens the door | 궁금함=curious; 두근거림=nervous and excited
run | 운동장=on the playing field; 들판=in a field; 길 위=on the road | 숨을 고른다=catches their breath; 더 빨리 달린다=runs even faster; 뒤를 돌아본다=looks back | 신남=excited; 상쾌함=refreshed
jump | 풀밭=on the grass; 운동장=on the playing field | 깡충깡충 뛴다=hops along; 두 팔을 벌린다=spreads both arms | 신남=excited; 가벼움=light as air
walk | 오솔길=on a narrow path; 공원=in the park; 맑은 아침=on a clear morning | 콧노래를 부른다=hums a tune; 천천히 둘러본다=looks around slowly | 평화로움=peaceful; 상쾌함=refreshed
play | 놀이터=at the playground; 마당=in the yard; 오후=in the afternoon | 술래잡기를 한다=plays tag; 까르르 웃는다=giggles; 규칙을 정한다=agrees on the rules | 신남=excited; 즐거움=cheerful
music | 음악실=in the music room; 무대 위=on the stage | 손뼉을 친다=claps along; 박자를 맞춘다=keeps the beat; 빙글빙글 돈다=twirls around | 흥겨움=merry; 신남=excited; 자신감=sure of oneself
draw | 교실=in the classroom; 책상 앞=at the desk; 조용한 오후=on a quiet afternoon | 색을 칠한다=fills in the colors; 그림을 보여 준다=shows the picture; 색깔을 고른다=chooses a color | 뿌듯함=proud; 즐거움=cheerful; 차분함=calm
make | 책상 앞=at the desk; 교실=in the classroom; 오후=in the afternoon | 가위로 오린다=cuts with scissors; 풀로 붙인다=glues it on; 완성해서 보여 준다=shows the finished work | 뿌듯함=proud; 집중=deep in thought
read | 도서관=in the library; 방 안=in the bedroom; 조용한 오후=on a quiet afternoon | 책장을 넘긴다=turns the pages; 소리 내어 읽는다=reads aloud; 뒷이야기를 상상한다=imagines what comes next | 재미=having fun; 궁금함=curious; 차분함=calm
write | 책상 앞=at the desk; 조용한 밤=on a quiet night | 편지를 쓴다=writes a letter; 우체통에 넣는다=drops it in the mailbox | 그리움=missing someone; 설렘=thrilled
sleep | 방 안=in the bedroom; 밤=at night; 나무 그늘=in the shade of a tree | 꿈을 꾼다=has a dream; 새근새근 숨을 쉰다=breathes softly; 이불을 덮는다=pulls up the blanket | 포근함=cozy; 편안함=calm; 졸림=sleepy
rest | 나무 그늘=in the shade of a tree; 의자 위=on a chair; 오후=in the afternoon | 숨을 고른다=catches their breath; 눈을 감는다=closes their eyes; 하늘을 본다=looks at the sky | 편안함=calm; 나른함=drowsy
clean | 방 안=in the bedroom; 교실=in the classroom | 빗자루로 쓴다=sweeps with a broom; 제자리에 둔다=puts things back; 반짝반짝 닦는다=wipes it till it shines | 개운함=nice and clean; 뿌듯함=proud
swim | 수영장=at the pool; 바닷가=at the beach; 여름=in summer | 물장구를 친다=splashes the water; 숨을 참는다=holds their breath; 물에 둥둥 뜬다=floats on the water | 시원함=fresh and cool; 신남=excited; 용기=brave
fly | 하늘=in the sky; 구름 위=above the clouds | 두 팔을 벌린다=spreads both arms; 구름을 지난다=passes through the clouds; 땅을 내려다본다=looks down at the ground | 자유로움=free; 짜릿함=thrilled
climb | 높은 곳=up high; 산꼭대기=on top of a mountain | 손을 뻗는다=reaches out; 아래를 내려다본다=looks down; 다시 힘을 낸다=gathers new strength | 용기=brave; 뿌듯함=proud
search | 숲속=in the forest; 방 안=in the bedroom; 비밀 장소=in a secret place | 여기저기 살핀다=looks everywhere; 지도를 펼친다=unfolds a map; 발자국을 따라간다=follows the footprints | 궁금함=curious; 두근거림=nervous and excited; 조급함=impatient
hide | 나무 뒤=behind a tree; 커튼 뒤=behind the curtain; 이불 속=under the blanket | 숨을 죽인다=keeps very quiet; 살짝 내다본다=peeps out; 까르르 웃는다=giggles | 두근거림=nervous and excited; 재미=having fun
look | 창가=by the window; 언덕 위=on a hill | 손으로 가리킨다=points at it; 가까이 다가간다=comes closer; 가만히 지켜본다=watches quietly | 궁금함=curious; 신기함=amazed
kind | 집=at home; 나무 아래=under a tree | 꼭 안아 준다=gives a big hug; 다정하게 말한다=speaks kindly; 손을 잡는다=holds hands | 따뜻함=warm inside; 사랑=full of love; 고마움=thankful
help | 교실=in the classroom; 마을=in the village | 손을 내민다=holds out a hand; 함께 힘을 모은다=works together; 괜찮은지 묻는다=asks if all is well | 고마움=thankful; 뿌듯함=proud; 따뜻함=warm inside
gift | 집=at home; 생일날=on a birthday | 리본을 푼다=unties the ribbon; 고맙다고 말한다=says thank you; 꼭 껴안는다=hugs it tight | 고마움=thankful; 설렘=thrilled; 기쁨=happy
waiting | 창가=by the window; 문 앞=in front of the door | 창밖을 내다본다=looks out of the window; 손을 꼭 쥔다=clasps their hands; 발을 동동 구른다=hops from foot to foot | 기대됨=looking forward; 두근거림=nervous and excited; 조마조마함=a little nervous
talk | 교실=in the classroom; 나무 아래=under a tree | 귀 기울여 듣는다=listens closely; 고개를 끄덕인다=nods; 속삭인다=whispers | 반가움=glad to see them; 궁금함=curious
quarrel | 교실=in the classroom; 놀이터=at the playground | 등을 돌린다=turns away; 미안하다고 말한다=says sorry; 먼저 손을 내민다=holds out a hand first | 화남=angry; 속상함=upset; 미안함=sorry
sorry | 교실=in the classroom; 놀이터=at the playground | 먼저 사과한다=says sorry first; 손을 내민다=holds out a hand; 꼭 안아 준다=gives a big hug | 미안함=sorry; 후련함=relieved; 고마움=thankful
hurt | 놀이터=at the playground; 운동장=on the playing field | 툭툭 털고 일어난다=gets up again; 무릎을 만진다=rubs a knee; 약을 바른다=puts on a plaster | 아픔=hurt; 속상함=upset; 용기=brave
sad | 방 안=in the bedroom; 창가=by the window | 고개를 숙인다=hangs their head; 눈물을 닦는다=wipes away the tears; 친구에게 안긴다=is hugged by a friend | 속상함=upset; 슬픔=sad; 외로움=lonely
lose | 집으로 가는 길=on the way home; 운동장=on the playing field | 고개를 숙인다=hangs their head; 여기저기 찾아본다=looks everywhere; 다시 도전한다=tries again | 속상함=upset; 아쉬움=a little disappointed; 걱정=worried
win | 운동장=on the playing field; 시상대 위=on the winners' stand | 만세를 부른다=shouts hooray; 두 팔을 번쩍 든다=throws both arms up; 친구들과 얼싸안는다=hugs their friends | 뿌듯함=proud; 기쁨=happy; 자신감=sure of oneself
practise | 운동장=on the playing field; 방 안=in the bedroom; 이른 아침=early in the morning | 다시 해 본다=tries once more; 땀을 닦는다=wipes the sweat away; 주먹을 꼭 쥔다=clenches a fist | 뿌듯함=proud; 힘듦=tired; 자신감=sure of oneself
meet | 길모퉁이=at the corner; 숲속=in the forest; 교실=in the classroom | 인사를 나눈다=says hello; 이름을 묻는다=asks for the name; 악수를 한다=shakes hands | 반가움=glad to see them; 설렘=thrilled; 수줍음=shy
parting | 기차역=at the station; 문 앞=in front of the door; 해 질 녘=at sunset | 손을 흔든다=waves; 꼭 안아 준다=gives a big hug; 뒤를 돌아본다=looks back | 아쉬움=a little disappointed; 그리움=missing someone; 슬픔=sad
wish | 별빛 아래=under the stars; 밤=at night | 두 손을 모은다=folds their hands; 눈을 꼭 감는다=shuts their eyes tight; 소원을 빈다=makes a wish | 희망=hopeful; 간절함=longing; 설렘=thrilled
think | 창가=by the window; 책상 앞=at the desk | 고개를 갸웃한다=tilts their head; 좋은 생각을 떠올린다=has a good idea; 턱을 괸다=rests their chin | 궁금함=curious; 차분함=calm
photo | 공원=in the park; 꽃밭=among the flowers | 브이를 그린다=makes a V sign; 활짝 웃는다=smiles brightly; 나란히 선다=stands side by side | 즐거움=cheerful; 행복=full of joy
glad | 햇살 좋은 날=on a sunny day | 활짝 웃는다=smiles brightly; 폴짝폴짝 뛴다=skips about; 콧노래를 부른다=hums a tune | 기쁨=happy; 행복=full of joy
lively | 운동장=on the playing field | 폴짝폴짝 뛴다=skips about; 빙글빙글 돈다=twirls around; 환호한다=cheers | 신남=excited; 짜릿함=thrilled
calm | 나무 그늘=in the shade of a tree; 조용한 오후=on a quiet afternoon | 가만히 눈을 감는다=closes their eyes; 천천히 숨을 쉰다=breathes slowly | 편안함=calm; 평화로움=peaceful
wonder | 비밀 장소=in a secret place | 자세히 들여다본다=looks closely; 고개를 갸웃한다=tilts their head; 질문을 한다=asks a question | 궁금함=curious; 신기함=amazed
surprise | 문 앞=in front of the door | 눈을 동그랗게 뜬다=opens their eyes wide; 뒤로 물러선다=steps back; 입을 가린다=covers their mouth | 놀라움=surprised; 두근거림=nervous and excited
brave | 깜깜한 곳=in the dark; 높은 곳=up high | 한 걸음 내디딘다=takes a step; 주먹을 꼭 쥔다=clenches a fist; 크게 외친다=shouts out loud | 용기=brave; 뿌듯함=proud
shy | 문 뒤=behind the door; 교실=in the classroom | 엄마 뒤에 숨는다=hides behind Mom; 작은 소리로 말한다=speaks in a small voice; 얼굴이 빨개진다=blushes | 부끄러움=shy; 두근거림=nervous and excited
lonely | 창가=by the window; 텅 빈 놀이터=at an empty playground | 혼자 앉아 있다=sits alone; 친구를 기다린다=waits for a friend; 용기 내어 말을 건다=dares to speak to someone | 외로움=lonely; 심심함=bored; 그리움=missing someone
fear | 깜깜한 곳=in the dark; 이불 속=under the blanket; 밤=at night | 이불 속에 숨는다=hides under the blanket; 엄마 손을 잡는다=holds Mom's hand; 한 걸음 내디딘다=takes a step | 무서움=scared; 용기=brave; 조마조마함=a little nervous
worry | 창가=by the window; 문 앞=in front of the door | 발을 동동 구른다=hops from foot to foot; 도움을 청한다=asks for help; 한숨을 쉰다=sighs | 걱정=worried; 조마조마함=a little nervous; 안심=relieved
anger | 교실=in the classroom; 방 안=in the bedroom | 씩씩거린다=huffs and puffs; 천천히 숨을 쉰다=breathes slowly; 마음을 말한다=says how it feels | 화남=angry; 속상함=upset; 후련함=relieved
safe | 집=at home; 따뜻한 품속=in warm arms | 숨을 내쉰다=breathes out; 꼭 안긴다=snuggles up | 안심=relieved; 편안함=calm
`;

/** What suits any picture, by the area of the curriculum it belongs to; \`any\` suits all. */
export const GENERAL = `
의사소통 | 교실=in the classroom; 도서관=in the library; 친구네 집=at a friend's house; 집=at home | 이야기를 나눈다=talks together; 귀 기울여 듣는다=listens closely; 질문을 한다=asks a question; 편지를 쓴다=writes a letter; 고개를 끄덕인다=nods | 반가움=glad to see them; 궁금함=curious; 즐거움=cheerful; 따뜻함=warm inside
자연탐구 | 숲속=in the forest; 들판=in a field; 마당=in the yard; 강가=by the river; 텃밭=in the vegetable patch | 자세히 살펴본다=looks closely; 손으로 만져 본다=touches it; 질문을 한다=asks a question; 하나씩 센다=counts one by one; 하늘을 올려다본다=looks up at the sky | 신기함=amazed; 궁금함=curious; 놀라움=surprised; 설렘=thrilled
사회관계 | 놀이터=at the playground; 교실=in the classroom; 마을=in the village; 집=at home | 손을 잡는다=holds hands; 친구를 돕는다=helps a friend; 인사를 나눈다=says hello; 나누어 준다=shares; 차례를 기다린다=waits for a turn | 고마움=thankful; 반가움=glad to see them; 따뜻함=warm inside; 미안함=sorry
예술경험 | 교실=in the classroom; 무대 위=on the stage; 방 안=in the bedroom; 미술관=at the art museum | 노래를 부른다=sings a song; 그림을 그린다=draws a picture; 빙글빙글 돈다=twirls around; 손뼉을 친다=claps; 꾸며 본다=decorates it | 즐거움=cheerful; 뿌듯함=proud; 신남=excited; 설렘=thrilled
신체운동_건강 | 운동장=on the playing field; 공원=in the park; 놀이터=at the playground; 체육관=in the gym | 힘껏 달린다=runs with all their might; 폴짝 뛴다=hops; 몸을 쭉 편다=stretches; 다시 해 본다=tries once more; 땀을 닦는다=wipes the sweat away | 신남=excited; 상쾌함=refreshed; 뿌듯함=proud; 자신감=sure of oneself
any | 집=at home; 마당=in the yard; 공원=in the park; 숲속=in the forest; 마을=in the village; 길 위=on the road; 언덕 위=on a hill; 창가=by the window | 웃는다=smiles; 손을 흔든다=waves; 친구를 부른다=calls a friend; 하늘을 올려다본다=looks up at the sky; 콧노래를 부른다=hums a tune; 천천히 걷는다=walks slowly; 가만히 바라본다=watches quietly; 손을 잡는다=holds hands; 폴짝 뛴다=hops; 귀 기울여 듣는다=listens closely; 주위를 둘러본다=looks around; 좋은 생각을 떠올린다=has a good idea | 기쁨=happy; 설렘=thrilled; 궁금함=curious; 즐거움=cheerful; 편안함=calm; 놀라움=surprised; 고마움=thankful; 뿌듯함=proud; 신남=excited; 따뜻함=warm inside; 기대됨=looking forward; 용기=brave
when | 아침=in the morning; 오후=in the afternoon; 해 질 녘=at sunset; 맑은 날=on a clear day; 봄=in spring; 주말=at the weekend; 가을=in autumn; 바람 부는 날=on a windy day | |
hard | | 고개를 숙인다=hangs their head; 천천히 숨을 쉰다=breathes slowly; 도움을 청한다=asks for help; 용기를 낸다=plucks up courage | 걱정=worried; 속상함=upset; 용기=brave; 아쉬움=a little disappointed; 조마조마함=a little nervous; 외로움=lonely
`;
