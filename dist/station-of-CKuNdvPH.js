function o({station:t,stations:n},s){return n.find(i=>i.slug===s)??t}export{o as s};
