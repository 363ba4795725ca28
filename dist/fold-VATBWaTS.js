const o=e=>e.normalize("NFKD").replace(/\p{M}/gu,"").trim().toLocaleLowerCase();export{o as f};
