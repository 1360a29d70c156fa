//! Writes all mutants of a file into it, each behind a question at run time: `crate::mutant::is(17)`.
//!
//! Nothing is copied that could be written once: operands are evaluated once and in their order, so that with no mutant active the
//! file does what it did. What stands in constants cannot ask and is left as it is.

use std::collections::{BTreeMap, HashMap};

use proc_macro2::{LineColumn, Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Arm, BinOp, Block, Expr, ExprClosure, ExprStruct, ImplItem, ImplItemFn, Item, ItemFn, Pat, ReturnType,
    Signature, Type, TypeParamBound, UnOp, parse_quote,
};

use crate::mutant::Mutant;

/// The module that each rewritten crate gets.
pub const MODULE: &str = r#"//! Which mutant is active: the one whose number the environment gives.
pub(crate) fn is(number: usize) -> bool {
    static ACTIVE: std::sync::LazyLock<usize> = std::sync::LazyLock::new(|| {
        std::env::var("GOVREPORT_MUTANT").ok().and_then(|number| number.parse().ok()).unwrap_or(0)
    });
    *ACTIVE == number
}
"#;

/// The source with the mutants in it, and those that are not, with the reason.
pub fn rewrite<'m>(
    source: &str,
    mutants: impl Iterator<Item = &'m Mutant>,
) -> syn::Result<(String, BTreeMap<usize, &'static str>)> {
    let mut file = syn::parse_file(source)?;
    let mut rewriter = Rewriter { open: HashMap::new(), dropped: BTreeMap::new(), constant: false };
    for mutant in mutants {
        let place = (mutant.genre.clone(), mutant.line, mutant.column);
        rewriter.open.entry(place).or_default().push(mutant.clone());
    }
    rewriter.visit_file_mut(&mut file);
    let Rewriter { open, mut dropped, .. } = rewriter;
    dropped.extend(open.into_values().flatten().map(|mutant| (mutant.number, "constant")));
    Ok((prettyplease::unparse(&file), dropped))
}

struct Rewriter {
    open: HashMap<(String, usize, usize), Vec<Mutant>>,
    dropped: BTreeMap<usize, &'static str>,
    /// What is visited is worked out when the crate is built, and cannot ask.
    constant: bool,
}

impl Rewriter {
    /// The mutants of a kind that begin at a place, each with its replacement.
    fn at(&mut self, genre: &str, span: Span) -> Vec<(usize, TokenStream)> {
        if self.constant {
            return Vec::new();
        }
        let LineColumn { line, column } = span.start();
        let found = self.open.remove(&(genre.to_owned(), line, column + 1)).unwrap_or_default();
        let replacement = |mutant: &Mutant| mutant.replacement.parse().expect("a replacement is Rust");
        found.iter().map(|mutant| (mutant.number, replacement(mutant))).collect()
    }

    /// Visits something that is constant, or is not.
    fn within(&mut self, constant: bool, visit: impl FnOnce(&mut Self)) {
        let around = std::mem::replace(&mut self.constant, constant);
        visit(self);
        self.constant = around;
    }

    /// Leaves out mutants that are no Rust.
    fn drop(&mut self, mutants: &[(usize, TokenStream)]) {
        self.dropped.extend(mutants.iter().map(|(number, _)| (*number, "unviable")));
    }

    /// Writes the values into a function that it may give at once. Its statements still stand where the source has them.
    fn function(&mut self, signature: &Signature, block: &mut Block) {
        let Some(first) = block.stmts.first() else { return };
        let values = self.at("FnValue", first.span());
        visit_mut::visit_block_mut(self, block);
        for (number, replacement) in values.into_iter().rev() {
            match &signature.output {
                // Every way out must have the same type.
                ReturnType::Type(_, output) if let Type::ImplTrait(output) = &**output => {
                    let bounds = &output.bounds;
                    // A type may name its lifetime itself.
                    let has_lifetime =
                        bounds.iter().any(|bound| matches!(bound, TypeParamBound::Lifetime(_)));
                    let lifetime = if has_lifetime { quote!() } else { quote!(+ '_) };
                    *block = parse_quote!({
                        let whole: Box<dyn #bounds #lifetime> =
                            if crate::mutant::is(#number) { Box::new(#replacement) } else { Box::new(#block) };
                        whole
                    });
                }
                _ => block
                    .stmts
                    .insert(0, parse_quote!(if crate::mutant::is(#number) { return #replacement; })),
            }
        }
    }

    fn binary(&mut self, expr: &mut Expr) {
        let Expr::Binary(whole) = expr else { return };
        let (left, op, right) = (&whole.left, whole.op, &whole.right);
        let mutants = self.at("BinaryOperator", op.span());
        if matches!(op, BinOp::And(_)) && (has_let(left) || has_let(right)) {
            self.drop(&mutants);
            return;
        }
        if mutants.is_empty() {
            return;
        }
        *expr = match op {
            BinOp::And(_) | BinOp::Or(_) => {
                // What decides without the right side: `false` for "and", `true` for "or", and the other way round as mutant.
                let deciding = matches!(op, BinOp::Or(_));
                let number = mutants[0].0;
                parse_quote!(({
                    let decided_so_far: bool = #left;
                    if decided_so_far == (crate::mutant::is(#number) != #deciding) { decided_so_far } else { #right }
                }))
            }
            _ if is_assignment(op) => {
                let arms = mutants.iter().map(
                    |(number, other)| quote!(if crate::mutant::is(#number) { #left #other right; } else),
                );
                parse_quote!(match #right { right => { #(#arms)* { #left #op right; } } })
            }
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
                let arms = mutants.iter().map(
                    |(number, other)| quote!(if crate::mutant::is(#number) { *left #other *right } else),
                );
                parse_quote!((match (&(#left), &(#right)) { (left, right) => { #(#arms)* { *left #op *right } } }))
            }
            _ => {
                let arms = mutants
                    .iter()
                    .map(|(number, other)| quote!(if crate::mutant::is(#number) { left #other right } else));
                parse_quote!((match (#left, #right) { (left, right) => { #(#arms)* { left #op right } } }))
            }
        };
    }

    fn unary(&mut self, expr: &mut Expr) {
        let Expr::Unary(whole) = expr else { return };
        let (op, operand) = (whole.op, &whole.expr);
        if !matches!(op, UnOp::Not(_) | UnOp::Neg(_)) {
            return;
        }
        if let Some((number, _)) = self.at("UnaryOperator", op.span()).first() {
            *expr = parse_quote!((match #operand {
                operand => if crate::mutant::is(#number) { operand } else { #op operand },
            }));
        }
    }
}

impl VisitMut for Rewriter {
    fn visit_item_mut(&mut self, item: &mut Item) {
        let constant = match item {
            Item::Const(_) | Item::Static(_) => true,
            Item::Fn(function) => function.sig.constness.is_some(),
            _ => false,
        };
        self.within(constant, |this| visit_mut::visit_item_mut(this, item));
    }

    fn visit_impl_item_mut(&mut self, item: &mut ImplItem) {
        let constant = match item {
            ImplItem::Const(_) => true,
            ImplItem::Fn(function) => function.sig.constness.is_some(),
            _ => false,
        };
        self.within(constant, |this| visit_mut::visit_impl_item_mut(this, item));
    }

    fn visit_type_array_mut(&mut self, _: &mut syn::TypeArray) {}

    fn visit_item_fn_mut(&mut self, function: &mut ItemFn) {
        self.function(&function.sig, &mut function.block);
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        self.function(&function.sig, &mut function.block);
    }

    fn visit_expr_closure_mut(&mut self, closure: &mut ExprClosure) {
        self.within(false, |this| visit_mut::visit_expr_closure_mut(this, closure));
    }

    fn visit_expr_match_mut(&mut self, whole: &mut syn::ExprMatch) {
        // Without an arm that takes all the rest, none of the others can be spared.
        if !whole.arms.iter().any(|arm| arm.guard.is_none() && matches!(arm.pat, Pat::Wild(_))) {
            for arm in &whole.arms {
                let mutants = self.at("MatchArm", arm.span());
                self.drop(&mutants);
            }
        }
        visit_mut::visit_expr_match_mut(self, whole);
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        let whole = self.at("MatchArm", arm.span());
        let guards =
            arm.guard.as_ref().map_or_else(Vec::new, |(_, guard)| self.at("MatchArmGuard", guard.span()));
        visit_mut::visit_arm_mut(self, arm);
        if let Some((_, guard)) = &mut arm.guard
            && !guards.is_empty()
        {
            let arms =
                guards.iter().map(|(number, other)| quote!(if crate::mutant::is(#number) { #other } else));
            **guard = parse_quote!((#(#arms)* { #guard }));
        }
        for (number, _) in whole {
            let kept: Expr = parse_quote!(!crate::mutant::is(#number));
            let guard = arm.guard.take().map_or(kept.clone(), |(_, guard)| parse_quote!(#kept && #guard));
            arm.guard = Some((Default::default(), Box::new(guard)));
        }
    }

    fn visit_expr_struct_mut(&mut self, whole: &mut ExprStruct) {
        let places: Vec<Span> = whole.fields.iter().map(Spanned::span).collect();
        visit_mut::visit_expr_struct_mut(self, whole);
        let rest = whole.rest.clone();
        for (field, place) in whole.fields.iter_mut().zip(places) {
            for (number, _) in self.at("StructField", place) {
                let (member, value) = (&field.member, &field.expr);
                field.expr = parse_quote!(if crate::mutant::is(#number) { (#rest).#member } else { #value });
                field.colon_token = Some(Default::default());
            }
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if matches!(expr, Expr::Const(_) | Expr::Repeat(_)) {
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
        self.binary(expr);
        self.unary(expr);
    }
}

/// Whether an operand of a chain of `&&` is a `let`: there `&&` is no operator.
fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(whole) if matches!(whole.op, BinOp::And(_)) => {
            has_let(&whole.left) || has_let(&whole.right)
        }
        _ => false,
    }
}

fn is_assignment(op: BinOp) -> bool {
    let text = quote!(#op).to_string();
    text.ends_with('=') && !matches!(text.as_str(), "==" | "!=" | "<=" | ">=")
}
