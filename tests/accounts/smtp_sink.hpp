#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>
#include <vector>

namespace tests {

/// A mail server on a real socket: takes mails one after the other, or answers RCPT with
/// `rcpt_answer`.
class SmtpSink {
public:
    explicit SmtpSink(std::string rcpt_answer = "250 ok") : rcpt_answer_(std::move(rcpt_answer))
    {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        ::bind(listener_, generic, size);
        ::listen(listener_, 4);
        ::getsockname(listener_, generic, &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~SmtpSink() { stop(); }
    SmtpSink(const SmtpSink&) = delete;
    SmtpSink& operator=(const SmtpSink&) = delete;

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

    /// Ends the server; what it took can be read afterwards.
    void stop()
    {
        if (!thread_.joinable()) return;
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }

    std::vector<std::string> commands, mails;

private:
    void serve()
    {
        for (int peer = ::accept(listener_, nullptr, nullptr); peer >= 0;
             peer = ::accept(listener_, nullptr, nullptr)) {
            talk(peer);
            ::close(peer);
        }
    }

    static void say(int peer, const std::string& line)
    {
        const auto bytes = line + "\r\n";
        ::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }

    /// The next line, or "" at the end.
    static std::string line(int peer)
    {
        std::string text;
        for (char c = 0; ::recv(peer, &c, 1, 0) == 1 && c != '\n';)
            text += c;
        return text;
    }

    void talk(int peer)
    {
        say(peer, "220 sink");
        for (auto command = line(peer); !command.empty(); command = line(peer)) {
            commands.push_back(command.substr(0, command.size() - 1));
            if (command.starts_with("RCPT")) {
                say(peer, rcpt_answer_);
            } else if (command.starts_with("DATA")) {
                say(peer, "354 go on");
                std::string mail;
                for (auto text = line(peer); text != ".\r"; text = line(peer))
                    mail += text + "\n";
                mails.push_back(mail);
                say(peer, "250 taken");
            } else {
                say(peer, "250 ok");
            }
        }
    }

    std::string rcpt_answer_;
    int listener_ = -1;
    int port_ = 0;
    std::thread thread_;
};

} // namespace tests
