const s=["msg.later","msg.back","msg.tried","msg.well"],e=1e3;export{e as L,s as R};
