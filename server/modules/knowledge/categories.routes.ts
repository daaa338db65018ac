import { z } from 'zod';
import { IdParams } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { Descriptions, Id, Names, Slug } from './articles.fields.ts';
import {
  changeCategory,
  createCategory,
  deleteCategory,
  listCategories,
  setCategoryOrder,
} from './categories.ts';
import { CategoryView } from './categories.views.ts';

const CATEGORIES_MAX = 1_000;
const Categories = z.object({ items: z.array(CategoryView) });

export const categoriesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/article-categories',
    summary: 'Categories of the knowledge base in their order, parents first',
    allow: 'knowledge.view',
    answer: Categories,
    handle: async ({ tx }) => ({ items: await listCategories(tx) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/article-categories',
    summary: 'Add a category, behind the others of its parent',
    allow: 'knowledge.manage',
    body: z.strictObject({
      parentId: Id.nullable().default(null),
      slug: Slug.optional(),
      names: Names,
      descriptions: Descriptions.default({}),
    }),
    answer: CategoryView,
    status: 201,
    handle: ({ tx, body }) => createCategory(tx, body),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/article-categories/:id',
    summary: 'Change a category; 409 with `current` when somebody else did meanwhile',
    allow: 'knowledge.manage',
    params: IdParams,
    body: z.strictObject({
      version: z.number().int(),
      parentId: Id.nullable().optional(),
      slug: Slug.optional(),
      names: Names.optional(),
      descriptions: Descriptions.optional(),
    }),
    answer: CategoryView,
    handle: ({ tx, params: { id }, body: { version, ...changes } }) =>
      changeCategory(tx, id, version, changes),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/article-categories/:id',
    summary: 'Delete a category that is empty',
    allow: 'knowledge.manage',
    params: IdParams,
    handle: ({ tx, params: { id } }) => deleteCategory(tx, id),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/article-categories/order',
    summary: 'The order of the categories, each among those of its parent',
    allow: 'knowledge.manage',
    body: z.strictObject({ ids: z.array(Id).max(CATEGORIES_MAX) }),
    answer: Categories,
    handle: async ({ tx, body: { ids } }) => ({ items: await setCategoryOrder(tx, ids) }),
  }),
];
