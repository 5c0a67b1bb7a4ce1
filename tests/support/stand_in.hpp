#pragma once

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/temporary.hpp"
#include "tests/support/wire_client.hpp"

namespace tests {

/// The real mangopay-sandbox as a process of its own, on a free port, with its own state and a
/// clock file that starts as the system's time. Ends with the object.
class StandIn {
public:
    explicit StandIn(std::vector<std::string> options = {}) : options_(std::move(options))
    {
        set_clock("system");
        start();
    }
    ~StandIn()
    {
        if (process_ > 0) end(SIGKILL);
    }
    StandIn(const StandIn&) = delete;
    StandIn& operator=(const StandIn&) = delete;

    std::uint16_t port() const { return port_; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    std::string clock_file() const { return folder_.path() + "/clock"; }
    std::string state_folder() const { return folder_.path() + "/state"; }

    /// "system", "+microseconds" or "@instant"; in force when this returns.
    void set_clock(const std::string& line)
    {
        std::ofstream(clock_file() + ".new") << line << '\n';
        std::filesystem::rename(clock_file() + ".new", clock_file());
        if (process_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds{80});
    }
    void travel(std::chrono::microseconds ahead) { set_clock("+" + std::to_string(ahead.count())); }

    /// A control of CONTROLS.md: path after "/control".
    WireAnswer control(const std::string& method, const std::string& path,
                       const nlohmann::json& body = nullptr) const
    {
        return ask(port_, method, "/control" + path, body.is_null() ? "" : body.dump());
    }
    nlohmann::json state() const { return control("GET", "/state").json(); }

    void start()
    {
        const auto port_file = folder_.path() + "/port";
        std::filesystem::remove(port_file);
        process_ = spawned(port_file);
        for (int i = 0; i < 1'000 && !std::filesystem::exists(port_file); ++i) {
            int status = 0;
            if (::waitpid(process_, &status, WNOHANG) == process_) {
                process_ = -1;
                throw std::runtime_error("mangopay-sandbox does not start");
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        std::ifstream(port_file) >> port_;
    }

    /// Its exit status, or 128 + the signal that killed it.
    int end(int signal)
    {
        ::kill(process_, signal);
        int status = 0;
        ::waitpid(process_, &status, 0);
        process_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

private:
    pid_t spawned(const std::string& port_file) const
    {
        std::vector<std::string> words = {BINARY_DIR "/mangopay-sandbox",
                                          "--port",
                                          "0",
                                          "--state",
                                          state_folder(),
                                          "--port-file",
                                          port_file,
                                          "--clock",
                                          "file:" + clock_file()};
        words.insert(words.end(), options_.begin(), options_.end());
        std::vector<char*> arguments;
        for (auto& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const pid_t child = ::fork();
        if (child != 0) return child;
        const int log =
            ::open((folder_.path() + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(log, STDOUT_FILENO);
        ::dup2(log, STDERR_FILENO);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }

    Temporary folder_;
    std::vector<std::string> options_;
    pid_t process_ = -1;
    std::uint16_t port_ = 0;
};

} // namespace tests
