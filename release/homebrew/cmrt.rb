# Filled in by release/manifests.ts. In a tap: brew install cmrt-tools/tap/cmrt
class Cmrt < Formula
  desc "Checks Conflict Minerals Reporting Templates and writes RCOI reports"
  homepage "https://github.com/cmrt-tools/cmrt"
  version "@VERSION@"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "https://github.com/cmrt-tools/cmrt/releases/download/v@VERSION@/cmrt-darwin-arm64"
      sha256 "@SHA256:cmrt-darwin-arm64@"
    end
    on_intel do
      url "https://github.com/cmrt-tools/cmrt/releases/download/v@VERSION@/cmrt-darwin-x64"
      sha256 "@SHA256:cmrt-darwin-x64@"
    end
  end

  on_linux do
    on_arm do
      url "https://github.com/cmrt-tools/cmrt/releases/download/v@VERSION@/cmrt-linux-arm64"
      sha256 "@SHA256:cmrt-linux-arm64@"
    end
    on_intel do
      url "https://github.com/cmrt-tools/cmrt/releases/download/v@VERSION@/cmrt-linux-x64"
      sha256 "@SHA256:cmrt-linux-x64@"
    end
  end

  def install
    bin.install Dir["cmrt-*"].first => "cmrt"
    generate_completions_from_executable(bin/"cmrt", "completion")
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/cmrt --version")
    system bin/"cmrt", "demo", "campaign"
    assert_match "8 read", shell_output("#{bin}/cmrt ingest --workspace campaign campaign/responses")
  end
end
