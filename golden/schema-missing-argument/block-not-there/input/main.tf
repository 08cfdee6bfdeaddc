resource "aws_lb_listener" "web" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-2:111122223333:loadbalancer/app/web/50dc6c495c0c9188"
  port              = 80
}
