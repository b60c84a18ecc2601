package io.github.sessionstarter.store.memcached;

import net.spy.memcached.CachedData;
import net.spy.memcached.transcoders.Transcoder;

/** Values as they are, with flags 0, whatever flags a peer gave them. */
final class Bytes implements Transcoder<byte[]> {

    @Override
    public boolean asyncDecode(CachedData data) {
        return false;
    }

    @Override
    public CachedData encode(byte[] value) {
        return new CachedData(0, value, getMaxSize());
    }

    @Override
    public byte[] decode(CachedData data) {
        return data.getData();
    }

    /** The server's limit counts, and it says so. */
    @Override
    public int getMaxSize() {
        return Integer.MAX_VALUE;
    }
}
