using SiOne.Bot.Host.Commands;

return await CommandLine.RunAsync(args, Console.In, Console.Out, Console.Error);
