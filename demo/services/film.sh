#!/bin/bash
# What a synthetic camera films: film.sh <address to publish to> <width>x<height> <frames per second> <name>
#
# The strip at the top is 32 blocks: the wall clock in milliseconds modulo 2^32 when the frame was made, most
# significant bit left, white = 1. Below, the same time for people, and the camera's name. A beep every second.
set -euo pipefail
address=$1 size=$2 rate=$3 name=${4//_/ }

strip="geq=lum='if(eq(X,0),st(0,floor(mod(time(0)*1000,4294967296))));255*mod(floor(ld(0)/pow(2,31-X)),2)'"
strip+=",scale=${size%x*}:32:flags=neighbor,format=yuv420p"
clock="%{gmtime\:%T}.%{eif\:mod(floor(time(0)*1000)\,1000)\:d\:3} $name"
font=/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf
caption="drawtext=fontfile=$font:fontsize=h/10:x=20:y=h-h/6:fontcolor=white:box=1:boxcolor=black:text='$clock'"

# No B frames and one key frame a second, as real cameras do.
exec ffmpeg -hide_banner -loglevel error -fflags nobuffer \
  -re -f lavfi -i "testsrc2=s=$size:r=$rate" \
  -f lavfi -i "color=black:s=32x1:r=$rate,format=gray" \
  -re -f lavfi -i "sine=frequency=440:sample_rate=48000:beep_factor=4" \
  -filter_complex "[1:v]$strip[strip];[0:v]format=yuv420p[picture];[picture][strip]overlay=0:0,$caption[video]" \
  -map "[video]" -map 2:a \
  -c:v libx264 -profile:v baseline -level 3.1 -preset ultrafast -tune zerolatency -pix_fmt yuv420p \
  -g "$rate" -bf 0 -b:v 1500k -maxrate 1500k -bufsize 300k \
  -c:a libopus -application lowdelay -frame_duration 20 -ac 2 -b:a 48k \
  -f rtsp -rtsp_transport tcp "$address"
