using Ishenim.Settings;

namespace Ishenim.Tests.Settings;

public sealed class FileHandlesTests
{
    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 102)]
    [InlineData("Max open files            524288               524288               files     ", 104_755)]
    [InlineData("Max open files            256                  256                  files     ", 16)]
    public void Connections_Limit_LeavesWhatTheProgramNeedsItself(string line, long connections) =>
        Assert.Equal(connections, FileHandles.Connections(["Limit                     Soft Limit           Hard Limit           Units     ", line]));

    [Theory]
    [InlineData("Max open files            unlimited            unlimited            files     ")]
    [InlineData("Max processes             7823                 7823                 processes ")]
    public void Connections_NoLimit_IsNone(string line) => Assert.Null(FileHandles.Connections([line]));
}
