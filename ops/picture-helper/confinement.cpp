#include "ops/picture-helper/confinement.hpp"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ops/picture-helper/image.hpp"

namespace picture_helper {

namespace {

struct Limit {
    __rlimit_resource resource;
    rlim_t most;
    rlim_t grace = 0; // after the signal that tells of it
};

constexpr rlim_t mebibyte = 1024UL * 1024;
constexpr auto seconds = static_cast<rlim_t>(domain::pages::processor_max.count());

constexpr std::array limits = {
    Limit{RLIMIT_CPU, seconds, 1},    Limit{RLIMIT_FSIZE, 32 * mebibyte}, Limit{RLIMIT_CORE, 0},
    Limit{RLIMIT_NOFILE, 0}, // none but those that are open
    Limit{RLIMIT_NPROC, 0},
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they reserve terabytes
    Limit{RLIMIT_AS, 512 * mebibyte},
#endif
};

/// What a picture costs is its own affair, so it is a verdict; what else ends us is none.
void on_processor_spent(int)
{
    end_with(Verdict::too_costly);
}

bool limit_itself()
{
    if (std::signal(SIGXCPU, on_processor_spent) == SIG_ERR) return false;
    for (const auto& [resource, most, grace] : limits) {
        const rlimit both{most, most + grace};
        if (::setrlimit(resource, &both) != 0) return false;
    }
    return true;
}

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
#error "the picture helper knows the system calls of x86-64 and ARM64 only"
#endif

constexpr std::array allowed = {
    SYS_read,          SYS_write,        SYS_exit_group, SYS_exit,     SYS_brk,
    SYS_mmap,          SYS_munmap,       SYS_mremap,     SYS_madvise,  SYS_futex,
    SYS_clock_gettime, SYS_rt_sigreturn, SYS_fstat,      SYS_mprotect, SYS_getrandom,
#if defined(__SANITIZE_ADDRESS__)
    SYS_sigaltstack, // it looks at its stack before the end
#endif
};

sock_filter statement(int code, std::uint32_t value)
{
    return {static_cast<std::uint16_t>(code), 0, 0, value};
}

/// Every system call but those of the list fails, as does any in the manner of another machine.
bool forbid_system_calls()
{
    const auto otherwise_skip_next = [](std::uint32_t value) {
        return sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 0, 1, value};
    };
    const auto allow = statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    std::vector<sock_filter> program = {
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, architecture},
        statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    };
    for (const auto call : allowed) {
        program.push_back(otherwise_skip_next(static_cast<std::uint32_t>(call)));
        program.push_back(allow);
    }
    program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    const sock_fprog filter{static_cast<std::uint16_t>(program.size()), program.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

bool confine()
{
    constexpr int behind_the_server = 10;
    ::setpriority(PRIO_PROCESS, 0, behind_the_server); // a favour: it works without
    return ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && limit_itself() &&
           ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && forbid_system_calls();
}

} // namespace picture_helper
