namespace Ishenim.Bench;

public static class Program
{
    public static int Main() => 0;
}
