#pragma once

namespace picture_helper {

/// From here on this process can compute, read what is open and write to what is open, within
/// limits of memory, time and size; nothing else, whatever the pictures make of it. False when
/// the kernel does not grant that.
bool confine();

} // namespace picture_helper
