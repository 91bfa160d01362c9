process.stderr.write('wardwright: no command yet\n')
process.exitCode = 2
