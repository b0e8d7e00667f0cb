using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>RFC 8601, with what an attacker would write instead.</summary>
public sealed class AuthenticationResultsTests
{
    [Theory]
    [InlineData(SenderProof.Pass, "mx.msp.example; dmarc=pass")]
    [InlineData(SenderProof.Pass, "mx.msp.example 1; spf=fail smtp.mailfrom=x.example; dmarc=pass (p=reject) header.from=x.example")]
    [InlineData(SenderProof.Pass, "MX.MSP.EXAMPLE;\r\n\tdkim=pass header.d=x.example;\r\n\tDMARC = PASS header.from=x.example")]
    [InlineData(SenderProof.Pass, "(note) mx.msp.example (v; 1); dmarc/1=pass")]
    [InlineData(SenderProof.Pass, "\"mx.msp.example\"; dmarc=pass")]
    [InlineData(SenderProof.Fail, "mx.msp.example; dmarc=fail (p=none) header.from=x.example")]
    [InlineData(SenderProof.Fail, "mx.msp.example; dmarc=pass; dmarc=fail")]
    [InlineData(SenderProof.None, "mx.msp.example; dmarc=none")]
    [InlineData(SenderProof.None, "mx.msp.example; dmarc=bestguesspass")]
    [InlineData(SenderProof.None, "mx.msp.example; dmarc=temperror")]
    [InlineData(SenderProof.None, "mx.msp.example; none")]
    [InlineData(SenderProof.None, "mx.msp.example; spf=pass; dkim=pass; compauth=pass")]
    [InlineData(SenderProof.None, "mx.msp.example; spf=pass reason=\"; dmarc=pass\"")]
    [InlineData(SenderProof.None, "mx.msp.example; spf=pass (; dmarc=pass )")]
    [InlineData(SenderProof.None, "mx.msp.example; spf=pass smtp.mailfrom=dmarc=pass@x.example")]
    [InlineData(SenderProof.None, "mx.msp.example; x-dmarc=pass")]
    [InlineData(SenderProof.None, "mx.msp.example; spf=pass (unclosed; dmarc=pass")]
    [InlineData(SenderProof.None, "mx.msp.example.evil.example; dmarc=pass")]
    [InlineData(SenderProof.None, "evil.example; mx.msp.example; dmarc=pass")]
    [InlineData(SenderProof.None, "evil.example mx.msp.example; dmarc=pass")]
    [InlineData(SenderProof.None, "spf=pass; dmarc=pass")]
    [InlineData(SenderProof.None, "")]
    public void Only_the_trusted_server_s_own_verdict_counts(SenderProof proof, string value) =>
        Assert.Equal(proof, AuthenticationResults.Read(value, AuthenticationProfile.Rfc8601, "mx.msp.example", "x.example"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_trusted_server_nothing_is_proven(string? trusted) =>
        Assert.Equal(SenderProof.None, AuthenticationResults.Read("mx.msp.example; dmarc=pass", AuthenticationProfile.Rfc8601, trusted, "x.example"));

    [Fact]
    public void Only_the_topmost_field_counts()
    {
        const string Forged = "Authentication-Results: mx.msp.example; dmarc=pass\n";
        var options = new MailReaderOptions { TrustedAuthServId = "mx.msp.example" };
        Assert.Equal(SenderProof.Pass, Read(Forged));
        Assert.Equal(SenderProof.Fail, Read("Authentication-Results: mx.msp.example;\n dmarc=fail\n" + Forged));
        Assert.Equal(SenderProof.None, Read("Authentication-Results: mx.msp.example; spf=pass\n" + Forged));
        Assert.Equal(SenderProof.None, Read("Authentication-Results: other.example; dmarc=pass\n" + Forged));

        SenderProof Read(string headers) => Eml.Read(headers + Eml.Plain("Bonjour"), options).Authentication;
    }
}
