resource "aws_lb" "web" {
  name    = "web"
  subnets = [for subnet in aws_subnet.a : subnet.id]

  access_logs {
    bucket = "logs"
  }

  lifecycle {
    ignore_changes = [tags]
  }
}

resource "aws_subnet" "a" {
  count      = 2
  vpc_id     = aws_vpc.main["a"].id
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_vpc" "main" {
  for_each   = toset(["a"])
  cidr_block = "10.0.0.0/16"
}

resource "aws_quantum_computer" "main" {
}

output "all" {
  value = [
    aws_lb.web.access_logs[0].bucket,
    aws_lb.web.access_logs.0.bucket,
    aws_lb.web.access_logs[*].bucket,
    aws_lb.web.tags["Team"],
    aws_lb.web.tags_all.Team,
    aws_subnet.a.*.id[0],
    aws_subnet.a[*].vpc_id,
    values(aws_vpc.main)[*].arn,
    aws_vpc.main,
    aws_quantum_computer.main.qubits,
    { for key, aws_lb in { a = { colour = 1 } } : key => aws_lb.colour },
  ]
}

moved {
  from = aws_lb.old
  to   = aws_lb.web
}
