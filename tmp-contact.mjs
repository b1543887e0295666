import sharp from 'sharp';
const [out, cols, h, ...files] = process.argv.slice(2);
const H=Number(h); const ims=[];
for (const f of files){ const b=await sharp(f).resize({height:H}).toBuffer({resolveWithObject:true}); ims.push(b);}
const W=Math.max(...ims.map(i=>i.info.width)); const c=Number(cols);
await sharp({create:{width:c*(W+8),height:Math.ceil(ims.length/c)*(H+8),channels:3,background:'#777'}}).composite(ims.map((b,i)=>({input:b.data,left:(i%c)*(W+8)+4,top:Math.floor(i/c)*(H+8)+4}))).png().toFile(out);
