using SiOne.Bot.Benchmarks;
using SiOne.Bot.Benchmarks.Runs;
using SiOne.Bot.Benchmarks.Teams;

if (args is [ProductRun.Verb]) return await ProductRun.RunAsync();
if (args is [BareEndpoint.Verb]) return await BareEndpoint.RunAsync();
if (BenchmarkOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(BenchmarkOptions.Usage);
    return 2;
}

return await Benchmark.RunAsync(options);
