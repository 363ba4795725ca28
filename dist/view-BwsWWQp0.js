const e="this_device";export{e as T};
