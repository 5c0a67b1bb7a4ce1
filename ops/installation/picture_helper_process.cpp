#include "ops/installation/picture_helper_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace ops {

namespace {

/// `error` as the system names it, unless it is 0.
void demand(int error, const char* what)
{
    if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

/// A file in memory that has no name; it goes with the object.
class NamelessFile {
public:
    NamelessFile() : descriptor_(::memfd_create("picture", MFD_CLOEXEC))
    {
        demand(descriptor_ < 0 ? errno : 0, "a file in memory");
    }
    ~NamelessFile() { ::close(descriptor_); }
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;

    int descriptor() const { return descriptor_; }

    /// Whoever reads it begins at its beginning.
    void fill(std::string_view bytes) const
    {
        for (std::size_t at = 0; at < bytes.size();) {
            const auto size =
                ::pwrite(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
            demand(size < 0 ? errno : 0, "writing to memory");
            at += static_cast<std::size_t>(size);
        }
    }

    std::string content() const
    {
        struct stat status {};
        demand(::fstat(descriptor_, &status) != 0 ? errno : 0, "reading from memory");
        std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
        for (std::size_t at = 0; at < bytes.size();) {
            const auto size =
                ::pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
            demand(size <= 0 ? EIO : 0, "reading from memory");
            at += static_cast<std::size_t>(size);
        }
        return bytes;
    }

private:
    int descriptor_;
};

/// What the process has of ours: input, output, no other descriptor.
class Opened {
public:
    Opened(int input, int output)
    {
        demand(::posix_spawn_file_actions_init(&actions_), "starting a process");
        const auto* nowhere = "/dev/null";
        const std::array errors = {
            ::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO),
            ::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO),
            ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, nowhere, O_WRONLY, 0),
            ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1),
            ::posix_spawn_file_actions_addchdir_np(&actions_, "/")};
        for (const int error : errors)
            demand(error, "starting a process");
    }
    ~Opened() { ::posix_spawn_file_actions_destroy(&actions_); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

/// No signal is blocked or ignored in it, and none that a terminal sends to us reaches it.
class Manner {
public:
    Manner()
    {
        demand(::posix_spawnattr_init(&attributes_), "starting a process");
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                                     POSIX_SPAWN_SETPGROUP);
    }
    ~Manner() { ::posix_spawnattr_destroy(&attributes_); }
    Manner(const Manner&) = delete;
    Manner& operator=(const Manner&) = delete;

    const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

pid_t started(std::string program, std::string argument, int input, int output)
{
    const std::array<char*, 3> arguments = {program.data(),
                                            argument.empty() ? nullptr : argument.data(), nullptr};
    const std::array<char*, 1> environment = {nullptr};
    pid_t process = 0;
    demand(::posix_spawn(&process, program.c_str(), Opened(input, output).get(), Manner().get(),
                         arguments.data(), environment.data()),
           program.c_str());
    return process;
}

/// Waits for its end, which comes with the patience at the latest.
int status_at_end_of(pid_t process, std::chrono::milliseconds patience)
{
    const auto handle =
        static_cast<int>(::syscall(SYS_pidfd_open, process, 0)); // glibc 2.36 names it for C only
    pollfd end{handle, POLLIN, 0};
    const bool has_ended = handle >= 0 && ::poll(&end, 1, static_cast<int>(patience.count())) == 1;
    if (handle >= 0) ::close(handle);
    if (!has_ended) ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

} // namespace

ProcessEnd run_to_its_end(const std::string& program, const std::string& argument,
                          std::string_view input, std::chrono::milliseconds patience)
{
    const NamelessFile in;
    const NamelessFile out;
    in.fill(input);
    const auto process = started(program, argument, in.descriptor(), out.descriptor());
    const int status = status_at_end_of(process, patience);
    ProcessEnd end;
    if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
    if (WIFEXITED(status)) end.exit_status = WEXITSTATUS(status);
    if (end.exit_status) end.output = out.content();
    return end;
}

} // namespace ops
