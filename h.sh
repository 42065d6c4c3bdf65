drag () 
{ 
    xdotool mousemove $2 $4;
    sleep 0.2;
    xdotool mousedown 1;
    sleep 0.1;
    glide $2 $4 $3 $5;
    shot $1_mid;
    sleep 0.6;
    shot $1_hold;
    xdotool mouseup 1;
    sleep 1.5;
    shot $1_rel
}
